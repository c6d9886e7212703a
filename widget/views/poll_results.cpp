#include <cmath>

#include "widget/ui/embed.h"
#include "widget/ui/group.h"
#include "widget/ui/result_bar.h"
#include "widget/ui/text.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

namespace {

void bars(ui::Frame& frame, const PollResultsView& poll, NodeId table) {
    double index = 0;
    for (const PollOption& option : poll.options) {
        if (index > 0) frame.gap(1.5f);
        ui::ResultBar bar;
        bar.id = node_id(table, "row", frame.number(index++));
        bar.option = option.text;
        if (option.chosen) bar.badge = frame.words(core::Text::your_choice);
        if (option.ahead) {
            const std::string_view ahead = frame.words(core::Text::ahead);
            bar.badge = option.chosen ? frame.join(ahead, ", ", bar.badge) : ahead;
        }
        bar.percent = option.percent;
        bar.votes = option.votes;
        bar.summary = frame.fill(frame.words(poll.points         ? core::Text::results_row_points
                                             : option.votes == 1 ? core::Text::results_row_one
                                                                 : core::Text::results_row), option.text, frame.number(option.votes),
                                 frame.number(std::round(option.percent)));
        if (!bar.badge.empty()) bar.summary = frame.join(bar.summary, ", ", bar.badge);
        ui::result_bar(frame, bar);
    }
}

}  // namespace

void poll_results(ui::Frame& frame, const PollResultsView& poll) {
    const NodeId question = node_id(0, poll.question);
    const std::string_view title = frame.words(core::Text::results_title);
    if (poll.failed) {
        failure(frame, node_id(question, "results", "failed"), frame.words(core::Text::results_failed),
                Request::retry_results);
        return;
    }
    if (poll.loading) {
        ui::text(frame, node_id(question, "results", "loading"), frame.words(core::Text::results_loading),
                 frame.small(), frame.theme().ink_muted);
        return;
    }
    const NodeId table = node_id(question, "results");
    if (poll.options.empty()) {
        ui::text(frame, node_id(table, "title"), title, frame.body_bold(), frame.theme().ink);
    } else {
        const ui::Group group(frame, table, Role::table, frame.join(title, ": ", poll.title));
        ui::caption(frame, title, frame.body_bold(), frame.theme().ink);
        frame.gap(1);
        bars(frame, poll, table);
    }
    frame.gap(1.5f);
    const std::string_view voters = poll.voters == 1
                                        ? frame.words(core::Text::voter_one)
                                        : frame.fill(frame.words(core::Text::voters), frame.number(poll.voters));
    ui::text(frame, node_id(table, "voters"), voters, frame.small(), frame.theme().ink_muted);
    if (!frame.model().embeds) return;
    frame.gap(1.5f);
    Node& details = ui::embed(frame, node_id(table, "details"), "poll", poll.title, frame.theme().target);
    details.placeholder = frame.keep(poll.question);
    details.text = frame.keep(poll.terms);
    details.value = static_cast<float>(poll.revision);
}

}  // namespace canvass::widget::views
