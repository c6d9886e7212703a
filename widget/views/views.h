// What a widget shows, one function and one file each. A view reads the model, calls ui:: primitives and
// pushes actions into the frame; it holds no state and never calls ImGui.
//
// Ids: a question's own node is node_id(0, name); its parts hang below it.
#pragma once

#include <optional>
#include <string_view>

#include "widget/ui/choice.h"
#include "widget/ui/frame.h"
#include "widget/ui/text_field.h"

namespace canvass::widget::ui {
class Columns;
}

namespace canvass::widget::views {

using core::ElementView;

// Everything, from the top of the content to its end.
void survey(ui::Frame& frame);
void error_summary(ui::Frame& frame);
void navigation(ui::Frame& frame);
void sending(ui::Frame& frame);
// What failed, in words, and a button to try it again.
void failure(ui::Frame& frame, NodeId id, std::string_view words, Request retry);
void poll_results(ui::Frame& frame, const PollResultsView& poll);

// Behind the view at `index` and all it holds.
std::size_t end_of(const std::vector<ElementView>& elements, std::size_t index);
// Lays out the panel at `index` with all it holds, or the question there; returns the index after it.
std::size_t element(ui::Frame& frame, std::size_t index);
// All that is deeper than `depth` from `index` on, one below the other with `gap` between; what starts no line of its own
// stands beside the one before, `columns` of them at most, while the column is wide enough. Returns the index after it.
std::size_t stack(ui::Frame& frame, std::size_t index, int depth, float gap, int columns = 0);
std::size_t panel(ui::Frame& frame, std::size_t index, Role role = Role::group);
// The rows of the question at `index`, one of them at a time behind a tab for each; returns the index after them.
std::size_t tabs(ui::Frame& frame, std::size_t index);
// Shows the tab of the row that is last, whichever that will be.
void show_last_tab(ui::Frame& frame, const ElementView& view);
// As wide as its label.
bool row_button(ui::Frame& frame, NodeId id, std::string_view label);
NodeId add_id(std::string_view question);
// What removes a row.
NodeId remove_id(const ElementView& row);
std::string_view remove_label(ui::Frame& frame, const ElementView& row);
// Takes the row away, or asks first where its author wants that and it holds answers.
void remove_row(ui::Frame& frame, const ElementView& row);
bool is_asked(ui::Frame& frame, const ElementView& row);
// The question and both answers to it.
void confirm_removal(ui::Frame& frame, const ElementView& row);
// The question at `index` with all its rows; returns the index after them.
std::size_t rows(ui::Frame& frame, std::size_t index);
// What lies below the question at `index` as a table, where it is one and the column is wide enough; returns the
// index after it, or nothing.
std::optional<std::size_t> table(ui::Frame& frame, std::size_t index);
// Number, title, description, errors, as far as they stand above the answer; false: what follows is folded away.
bool question_head(ui::Frame& frame, const ElementView& view);
// What of them stands below it.
void question_foot(ui::Frame& frame, const ElementView& view);
// Of a panel or a question that folds, the line that opens and closes it; true: it is open.
bool fold(ui::Frame& frame, const ElementView& view);
// What assistive technology hears of it besides its name.
void describe(ui::Frame& frame, const ElementView& view, Node& node);
// The head, the body of its kind, comment, poll results.
void question(ui::Frame& frame, const ElementView& view);
// The same in a table, whose column says the title.
void question_in_cell(ui::Frame& frame, const ElementView& view);

// Bodies.
// Of choices that stand in as many as the definition says.
ui::Columns columns_of(ui::Frame& frame, const ElementView& view);
void radiogroup(ui::Frame& frame, const ElementView& view);
void checkbox(ui::Frame& frame, const ElementView& view);
void rating(ui::Frame& frame, const ElementView& view);
void boolean(ui::Frame& frame, const ElementView& view);
// One that is a single box to tick, its title beside it.
bool is_box(const ui::Frame& frame, const ElementView& view);
void box(ui::Frame& frame, const ElementView& view);
void dropdown(ui::Frame& frame, const ElementView& view);
void tagbox(ui::Frame& frame, const ElementView& view);
void slider(ui::Frame& frame, const ElementView& view);
void ranking(ui::Frame& frame, const ElementView& view);
void imagepicker(ui::Frame& frame, const ElementView& view);
void buttongroup(ui::Frame& frame, const ElementView& view);
void file(ui::Frame& frame, const ElementView& view);
void signature(ui::Frame& frame, const ElementView& view);
// Not asked.
void rich_text(ui::Frame& frame, NodeId id, std::string_view markup, std::string_view words);
void html(ui::Frame& frame, const ElementView& view);
void image(ui::Frame& frame, const ElementView& view);
// The kinds text and comment.
void text(ui::Frame& frame, const ElementView& view);

// The question's name in the semantics: its number and title.
std::string_view label_of(ui::Frame& frame, const ElementView& view);
NodeId choice_id(ui::Frame& frame, const ElementView& view, const core::ChoiceView& choice);
// A choice of the question as the row that shows it.
ui::Choice row_of(ui::Frame& frame, const ElementView& view, const core::ChoiceView& choice);
// The field for what is written on a choice, where it asks for that.
void comment_on(ui::Frame& frame, const ElementView& view, const core::ChoiceView& choice);
NodeId field_id(const ElementView& view);
// A field that answers the question, named and described as it.
ui::TextField described_field(ui::Frame& frame, const ElementView& view);
// What takes the focus when something leads to the question.
NodeId control_of(ui::Frame& frame, const ElementView& view);

const core::Layout& layout_of(const ui::Frame& frame, const ElementView& view);
// Or stands on the line that folds the question.
bool is_title_hidden(const ui::Frame& frame, const ElementView& view);

// What the definition says beyond the view; nullptr when there is none.
template <class Settings>
const Settings* settings_of(const ui::Frame& frame, const ElementView& view) {
    const core::Definition* definition = frame.model().definition;
    if (!definition || view.source == core::no_element) return nullptr;
    return std::get_if<Settings>(&definition->at(view.source).settings);
}

}  // namespace canvass::widget::views
