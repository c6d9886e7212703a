#include "widget/ui/result_bar.h"

#include <algorithm>
#include <cmath>

namespace canvass::widget::ui {

void result_bar(Frame& frame, const ResultBar& bar) {
    const Theme& theme = frame.theme();
    const Font font = frame.body(), bold = frame.body_bold(), small = frame.small();
    constexpr float unbroken = 1e6f;
    const float track_height = 10, gap = theme.space * 0.75f;

    const std::string_view percent = frame.join(frame.number(std::round(bar.percent)), "%", {});
    const std::string_view votes = frame.number(bar.votes);
    const float percent_width = frame.layout(percent, bold, unbroken).width;
    const float percent_column = std::max(percent_width, frame.layout("100%", bold, unbroken).width);
    const float votes_width = frame.layout(votes, small, unbroken).width;
    const float badge_width = bar.badge.empty() ? 0 : frame.layout(bar.badge, small, unbroken).width + theme.space;
    const float figures = percent_column + votes_width + 2 * theme.space;
    // The badge stands beside the option where there is room, else under it.
    const float room = frame.width() - figures;
    const float option_width = frame.layout(bar.option, font, room).width;
    const bool beside = option_width + badge_width <= room;
    const float text_height = frame.layout(bar.option, font, room).height;
    const float badge_height = bar.badge.empty() || beside ? 0 : small.line_height;
    const Box box = frame.take(text_height + badge_height + gap + track_height);

    const float share = frame.animations().value(bar.id, static_cast<float>(bar.percent) / 100);
    if (frame.paint().visible(box)) {
        frame.text({box.x, box.y, room, 0}, font, bar.option, theme.ink);
        if (!bar.badge.empty()) {
            const float baseline_shift = std::floor((font.line_height - small.line_height) / 2);
            const Box at = beside ? Box{box.x + option_width + theme.space, box.y + baseline_shift, badge_width, 0}
                                  : Box{box.x, box.y + text_height, frame.width(), 0};
            frame.text(at, small, bar.badge, theme.accent);
        }
        const float right = box.right();
        frame.text({right - percent_width, box.y, percent_width, 0}, bold, percent, theme.ink);
        frame.text({right - percent_column - theme.space - votes_width,
                    box.y + std::floor((font.line_height - small.line_height) / 2), votes_width, 0},
                   small, votes, theme.ink_muted);
        const Box track{box.x, box.bottom() - track_height, box.width, track_height};
        frame.paint().fill(track, theme.line, track_height / 2);
        const float filled = std::clamp(share, 0.0f, 1.0f) * track.width;
        if (filled > 0)
            frame.paint().fill({track.x, track.y, std::max(filled, track_height), track_height},
                               theme.accent, track_height / 2);
    }

    frame.emit(bar.id, Role::row, box, bar.summary);
    const NodeId outer = frame.open(bar.id);
    const Box option_box{box.x, box.y, box.width - figures, box.height};
    Node& name = frame.emit(node_id(bar.id, "option"), Role::cell, option_box, bar.option);
    name.flags |= flag_header;
    name.description = frame.keep(bar.badge);
    const Box votes_box{option_box.right(), box.y, votes_width + theme.space, box.height};
    frame.emit(node_id(bar.id, "votes"), Role::cell, votes_box, votes);
    frame.emit(node_id(bar.id, "percent"), Role::cell,
               {votes_box.right(), box.y, box.right() - votes_box.right(), box.height}, percent);
    frame.close(outer);
}

}  // namespace canvass::widget::ui
