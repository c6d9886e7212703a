// What is wrong with rows: with all of them, or with one beside another.
#include <algorithm>

#include "core/base/number.h"
#include "core/expression/coerce.h"
#include "core/session/state.h"

namespace canvass::core {
namespace {

using Shape = RowSettings::Shape;

}  // namespace

void Session::State::find_row_errors(ElementIndex question, Faults& found) {
    const RowSettings& settings = row_settings(question);
    const auto each_shown = [&](auto&& visit) {
        for (const ElementIndex root : rows_of(question).roots) {
            if (of(root).visible) visit(root);
        }
    };
    if (settings.shape == Shape::list && element(question).kind == Kind::matrixdynamic && of(question).required) {
        int filled_rows = 0;
        each_shown([&](ElementIndex root) {
            const Value* row = row_value(block_of(root));
            if (row && !is_empty(*row)) ++filled_rows;
        });
        if (filled_rows < settings.min_rows) found.push_back({fill(word(Text::min_rows), number_text(settings.min_rows))});
    }
    if (settings.shape != Shape::keyed_answer) return;
    bool every = true, different = true;
    std::vector<const Value*> before;
    each_shown([&](ElementIndex root) {
        const Value& answer = answer_to(*children_of(root).begin());
        if (is_empty(answer)) {
            every = false;
            return;
        }
        different = different && std::none_of(before.begin(), before.end(), [&](const Value* other) { return are_equal(*other, answer); });
        before.push_back(&answer);
    });
    if (settings.each_row_required && !every) found.push_back({std::string(word(Text::every_row))});
    if (settings.each_row_unique && !different) found.push_back({std::string(word(Text::different_rows))});
}

void Session::State::find_repetition(ElementIndex question, Faults& found) {
    if (!is_unique(question) || !repeats(question)) return;
    found.push_back({own_or(row_settings(block_of(question).owner).unique_text, Text::unique_value, question)});
}

bool Session::State::is_unique(ElementIndex question) const {
    if (of(question).block < 0) return false;
    const std::vector<ElementIndex>& unique = row_settings(block_of(question).owner).unique;
    return std::find(unique.begin(), unique.end(), of(question).source) != unique.end();
}

// Whether another row has the same answer; in a dynamic panel the first of them is right.
bool Session::State::repeats(ElementIndex question) const {
    const Value& answer = answer_to(question);
    if (is_empty(answer)) return false;
    const Block& block = block_of(question);
    const bool panels = element(block.owner).kind == Kind::paneldynamic;
    for (const ElementIndex root : rows_of(block.owner).roots) {
        if (root == block.root) {
            if (panels) return false;
            continue;
        }
        if (of(root).visible && are_equal(answer_to(root + question - block.root), answer)) return true;
    }
    return false;
}

// An answer that differs now may have been what another's error was about.
void Session::State::revalidate_beside(ElementIndex question) {
    const Block& block = block_of(question);
    for (const ElementIndex root : rows_of(block.owner).roots) {
        const ElementIndex other = root + question - block.root;
        if (other != question && !errors[static_cast<std::size_t>(other)].empty()) validate(other, true);
    }
}

}  // namespace canvass::core
