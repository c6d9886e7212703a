// What is there to be read or looked at: paragraphs of html, what an expression came to, a picture.
#include <algorithm>

#include "widget/ui/embed.h"
#include "widget/ui/image.h"
#include "widget/ui/text.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

namespace {

void paragraphs(ui::Frame& frame, const ElementView& view) {
    const NodeId id = node_id(0, view.name);
    std::string_view left = view.description;
    for (double at = 0; !left.empty(); ++at) {
        const std::size_t end = std::min(left.find('\n'), left.size());
        if (at > 0) frame.gap(1);
        ui::text(frame, node_id(id, "paragraph", frame.number(at)), left.substr(0, end), frame.body(), frame.theme().ink);
        left.remove_prefix(std::min(left.find_first_not_of('\n', end), left.size()));
    }
}

}  // namespace

void rich_text(ui::Frame& frame, NodeId id, std::string_view markup, std::string_view words) {
    Node& node = ui::embed(frame, id, "html", words, 4 * frame.body().line_height);
    node.text = frame.keep(markup);
}

void html(ui::Frame& frame, const ElementView& view) {
    if (view.shown.empty() || !frame.model().embeds) return paragraphs(frame, view);
    rich_text(frame, node_id(0, view.name), view.shown, view.description);
}

void image(ui::Frame& frame, const ElementView& view) {
    if (view.shown.empty()) return;
    // Its own proportions are the page's secret until it has come: it fits into three by two.
    const core::Layout layout = layout_of(frame, view);
    const float width = layout.image_width > 0 ? std::min<float>(frame.width(), layout.image_width) : frame.width();
    const float height = layout.image_height > 0 ? layout.image_height : std::min(width * 2 / 3, 40 * frame.theme().space);
    ui::Box box = frame.take(height);
    box.width = width;
    ui::image(frame, node_id(0, view.name), box, view.shown, view.title);
}

}  // namespace canvass::widget::views
