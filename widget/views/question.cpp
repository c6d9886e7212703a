#include <algorithm>
#include <cmath>
#include <optional>

#include "core/session/pick.h"
#include "widget/ui/group.h"
#include "widget/ui/text.h"
#include "widget/ui/text_field.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

namespace {

NodeId comment_id(const ElementView& view) { return node_id(node_id(0, view.name), "comment"); }

bool takes_several(const ui::Frame& frame, const ElementView& view) {
    const auto* settings = settings_of<core::ChoiceSettings>(frame, view);
    return view.kind == core::Kind::checkbox || view.kind == core::Kind::tagbox || view.kind == core::Kind::ranking ||
           (view.kind == core::Kind::imagepicker && settings && settings->multiple);
}

// The question's name and description are the control's own.
bool is_one_control(const ui::Frame& frame, const ElementView& view) {
    const auto* slider = settings_of<core::SliderSettings>(frame, view);
    return view.kind == core::Kind::text || view.kind == core::Kind::comment || view.kind == core::Kind::dropdown ||
           (slider && !slider->range);
}

Role group_role(const ui::Frame& frame, const ElementView& view) {
    return view.choices.empty() || view.kind == core::Kind::dropdown || takes_several(frame, view) ? Role::group : Role::radiogroup;
}

void body(ui::Frame& frame, const ElementView& view) {
    switch (view.kind) {
        case core::Kind::expression:
            return ui::text(frame, node_id(node_id(0, view.name), "value"), view.shown, frame.body(), frame.theme().ink);
        case core::Kind::text:
        case core::Kind::comment: return text(frame, view);
        case core::Kind::dropdown: return dropdown(frame, view);
        case core::Kind::tagbox: return tagbox(frame, view);
        case core::Kind::slider: return slider(frame, view);
        case core::Kind::rating: return rating(frame, view);
        case core::Kind::boolean: return boolean(frame, view);
        case core::Kind::checkbox: return checkbox(frame, view);
        case core::Kind::ranking: return ranking(frame, view);
        case core::Kind::imagepicker: return imagepicker(frame, view);
        case core::Kind::buttongroup: return buttongroup(frame, view);
        case core::Kind::radiogroup: return radiogroup(frame, view);
        case core::Kind::file: return file(frame, view);
        case core::Kind::signaturepad: return signature(frame, view);
        default: return;
    }
}

// Around what is no single control.
void open_group(ui::Frame& frame, const ElementView& view, std::optional<ui::Group>& group) {
    if (is_one_control(frame, view) && !view.comment_shown) return;
    group.emplace(frame, node_id(0, view.name), group_role(frame, view), label_of(frame, view));
    describe(frame, view, group->node());
}

// With one press of a pointer, on what takes one answer: whoever uses the keyboard passes over answers they do not mean.
bool may_advance(ui::Frame& frame, const ElementView& view) {
    const core::Definition* definition = frame.model().definition;
    if (!definition || !definition->course.auto_advance || frame.input().ring_on(frame.input().focus())) return false;
    const bool in_row = view.source == core::no_element || definition->at(view.source).owner != core::no_element;
    return !in_row && !view.choices.empty() && !takes_several(frame, view);
}

void comment_beside(ui::Frame& frame, const ElementView& view) {
    const std::string_view label =
        view.comment_title.empty() ? frame.words(core::Text::comment_label) : std::string_view(view.comment_title);
    frame.gap(1.5f);
    ui::caption(frame, label, frame.small(), frame.theme().ink_muted);
    frame.gap(0.5f);
    ui::TextField field;
    field.id = comment_id(view);
    field.label = label;
    field.value = view.comment;
    field.rows = 2;
    field.read_only = view.read_only;
    const std::string* typed = ui::text_field(frame, field);
    if (!typed) return;
    const auto* settings = settings_of<core::ChoiceSettings>(frame, view);
    if (settings && settings->other_in_answer && view.comment_title.empty()) {
        frame.answer(view.name, core::written(view, *settings, *typed));
    } else {
        frame.act(core::SetComment{view.name, *typed});
    }
}

// Radios and boxes have it below each; the others, which show no rows of choices, below them all.
void comments_below(ui::Frame& frame, const ElementView& view) {
    if (view.kind == core::Kind::radiogroup || view.kind == core::Kind::checkbox) return;
    for (const core::ChoiceView& choice : view.choices) comment_on(frame, view, choice);
}

const PollResultsView* results_of(const ui::Frame& frame, const ElementView& view) {
    for (const PollResultsView& poll : frame.model().polls)
        if (poll.question == view.name) return &poll;
    return nullptr;
}

void results_beside(ui::Frame& frame, const ElementView& view) {
    const PollResultsView* poll = results_of(frame, view);
    if (poll && poll->shown) {
        frame.gap(3);
        poll_results(frame, *poll);
        return;
    }
    const core::Definition* definition = frame.model().definition;
    if (!definition || view.source == core::no_element) return;
    const core::Box<core::Poll>& rules = definition->at(view.source).poll;
    if (!rules || rules->results != core::Poll::Results::on_vote) return;
    frame.gap(1.5f);
    ui::text(frame, node_id(node_id(0, view.name), "results", "later"),
             frame.words(core::Text::results_after_vote), frame.small(), frame.theme().ink_muted);
}

}  // namespace

std::string_view label_of(ui::Frame& frame, const ElementView& view) {
    return view.number.empty() ? std::string_view(view.title) : frame.join(view.number, " ", view.title);
}

NodeId choice_id(ui::Frame& frame, const ElementView& view, const core::ChoiceView& choice) {
    const NodeId question = node_id(0, view.name);
    if (choice.value.is_number()) return node_id(question, "choice", frame.number(choice.value.as_number()));
    if (choice.value.is_bool()) return node_id(question, "choice", choice.value.as_bool() ? "true" : "false");
    return node_id(question, "choice", choice.value.text());
}

ui::Choice row_of(ui::Frame& frame, const ElementView& view, const core::ChoiceView& choice) {
    ui::Choice row;
    row.id = choice_id(frame, view, choice);
    row.label = choice.text;
    row.chosen = choice.selected;
    row.enabled = choice.enabled && !view.read_only;
    return row;
}

NodeId comment_id(ui::Frame& frame, const ElementView& view, const core::ChoiceView& choice) {
    return node_id(choice_id(frame, view, choice), "comment");
}

void comment_on(ui::Frame& frame, const ElementView& view, const core::ChoiceView& choice) {
    if (!choice.comment_shown) return;
    const auto* settings = settings_of<core::ChoiceSettings>(frame, view);
    if (!settings) return;
    frame.gap(1);
    ui::TextField field;
    field.id = comment_id(frame, view, choice);
    field.label = frame.join(choice.text, ": ", frame.words(core::Text::comment_label));
    field.placeholder = frame.words(core::Text::comment_label);
    field.value = choice.comment;
    field.rows = 2;
    field.required = choice.comment_required;
    field.invalid = field.required && field.value.empty() && !view.errors.empty();
    field.read_only = view.read_only;
    if (const std::string* typed = ui::text_field(frame, field)) frame.answer(view.name, core::commented(view, *settings, choice, *typed));
}

NodeId field_id(const ElementView& view) { return node_id(node_id(0, view.name), "field"); }

NodeId control_of(ui::Frame& frame, const ElementView& view) {
    const bool words_missing = !view.errors.empty() && !view.value.is_null() && view.comment_shown;
    if (!view.choices.empty() && words_missing && view.comment.empty()) return comment_id(view);
    if (!view.errors.empty()) {
        for (const core::ChoiceView& choice : view.choices)
            if (choice.comment_shown && choice.comment_required && choice.comment.empty()) return comment_id(frame, view, choice);
    }
    if (is_one_control(frame, view) || view.kind == core::Kind::tagbox || view.kind == core::Kind::slider ||
        is_box(frame, view) || view.kind == core::Kind::file || view.kind == core::Kind::signaturepad)
        return field_id(view);
    if (view.choices.empty()) return node_id(0, view.name);
    for (const core::ChoiceView& choice : view.choices)
        if (choice.selected) return choice_id(frame, view, choice);
    // Yes stands before no.
    const bool reversed = view.kind == core::Kind::boolean;
    return choice_id(frame, view, reversed ? view.choices.back() : view.choices.front());
}

void describe(ui::Frame& frame, const ElementView& view, Node& node) {
    node.description = frame.keep(view.description);
    node.error = frame.keep(frame.sentences(view.errors));
    if (view.required) node.flags |= flag_required;
    if (!view.errors.empty()) node.flags |= flag_invalid;
    if (view.read_only) node.flags |= flag_read_only;
    if (is_title_hidden(frame, view)) node.flags |= flag_label_hidden;
}

const core::Layout& layout_of(const ui::Frame& frame, const ElementView& view) {
    static constexpr core::Layout usual;
    const core::Definition* definition = frame.model().definition;
    return definition && view.source != core::no_element ? definition->at(view.source).layout : usual;
}

bool is_title_hidden(const ui::Frame& frame, const ElementView& view) {
    const core::Layout& layout = layout_of(frame, view);
    return layout.title == core::Layout::Place::hidden || layout.fold != core::Layout::Fold::none;
}

namespace {

// What folds does so under its title.
bool is_head(const core::Layout& layout, core::Layout::Place place) {
    return layout.title == place && layout.fold == core::Layout::Fold::none;
}

void description(ui::Frame& frame, const ElementView& view, core::Layout::Place place, float gap) {
    if (view.description.empty() || layout_of(frame, view).description != place) return;
    frame.gap(gap);
    ui::caption(frame, view.description, frame.body(), frame.theme().ink_muted);
}

// Title, description and what is wrong; false: it is folded.
bool head(ui::Frame& frame, const ElementView& view) {
    const core::Layout& layout = layout_of(frame, view);
    const std::string& mark = frame.model().survey->required_mark;
    bool open = true;
    if (layout.title != core::Layout::Place::hidden) {
        const std::string_view label = label_of(frame, view);
        if (layout.fold != core::Layout::Fold::none) open = fold(frame, view);
        else if (view.required && !mark.empty()) ui::marked_caption(frame, label, mark, frame.heading());
        else ui::caption(frame, label, frame.heading(), frame.theme().ink);
    }
    if (!open) return false;
    description(frame, view, core::Layout::Place::above, 0.25f);
    for (const std::string& error : view.errors) {
        frame.gap(0.5f);
        ui::error_caption(frame, error);
    }
    for (const std::string& warning : view.warnings) {
        frame.gap(0.5f);
        ui::caption(frame, warning, frame.body(), frame.theme().ink_muted);
    }
    return true;
}

}  // namespace

void question_foot(ui::Frame& frame, const ElementView& view) {
    description(frame, view, core::Layout::Place::below, 0.75f);
    if (is_head(layout_of(frame, view), core::Layout::Place::below)) {
        frame.gap(1.5f);
        head(frame, view);
    }
}

bool question_head(ui::Frame& frame, const ElementView& view) {
    if (is_head(layout_of(frame, view), core::Layout::Place::below)) return true;
    const float top = frame.y();
    if (!head(frame, view)) return false;
    if (frame.y() > top) frame.gap(1.5f);
    return true;
}

void question_in_cell(ui::Frame& frame, const ElementView& view) {
    if (is_box(frame, view)) return box(frame, view);
    std::optional<ui::Group> group;
    open_group(frame, view, group);
    body(frame, view);
    comments_below(frame, view);
    if (view.comment_shown) comment_beside(frame, view);
    for (const std::string& error : view.errors) {
        frame.gap(0.5f);
        ui::error_caption(frame, error);
    }
}

void question(ui::Frame& frame, const ElementView& view) {
    if (view.kind == core::Kind::html) return html(frame, view);
    if (view.kind == core::Kind::image) return image(frame, view);
    if (is_box(frame, view)) return box(frame, view);
    std::optional<ui::Group> group;
    open_group(frame, view, group);
    const ui::Box area{frame.x(), frame.y(), frame.width(), 0};
    const float aside = std::round(area.width / 3);
    const bool beside = aside > 20 * frame.theme().space && is_head(layout_of(frame, view), core::Layout::Place::beside);
    float bottom = area.y;
    if (beside) {
        frame.go_to({area.x, area.y, aside - 2 * frame.theme().space, 0});
        frame.gap(1.25f);  // as far from the top as the words in a field or on a button
        head(frame, view);
        bottom = frame.go_to({area.x + aside, area.y, area.width - aside, 0}).y;
    } else if (!question_head(frame, view)) {
        return;
    }
    const std::vector<core::Action>& actions = frame.memory().reactions.actions;
    const std::size_t before = actions.size();
    body(frame, view);
    if (actions.size() > before && may_advance(frame, view)) {
        frame.memory().turn = ui::Memory::Turn::offered;
        frame.act(core::Advance{});
    }
    comments_below(frame, view);
    if (view.comment_shown) comment_beside(frame, view);
    question_foot(frame, view);
    if (view.poll) results_beside(frame, view);
    if (beside) frame.go_to({area.x, std::max(frame.y(), bottom), area.width, 0});
}

}  // namespace canvass::widget::views
