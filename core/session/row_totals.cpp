// The row of totals, and which rows count.
#include "core/expression/arithmetic.h"
#include "core/expression/coerce.h"
#include "core/session/state.h"

namespace canvass::core {

using Total = RowSettings::Total;

// What the column's answers in the shown rows come to; a text counts as the number that it is, or not at all.
Value Session::State::total_of(ElementIndex cell) {
    const Block& block = block_of(cell);
    const RowSettings& settings = row_settings(block.owner);
    const Total* total = nullptr;
    for (const Total& each : settings.totals) {
        if (each.cell == of(cell).source) total = &each;
    }
    if (!total || total->of == Total::Of::formula) return {};
    Scratch scratch;
    Operand sum = Operand::number(0), best;
    double count = 0;
    for (const ElementIndex root : rows_of(block.owner).roots) {
        if (!of(root).visible) continue;
        const Operand answer = answer_to(root + total->column - settings.row);
        if (is_empty(answer)) continue;
        ++count;
        const std::optional<double> number = number_of(answer);
        if (answer.is_string() && !number) continue;
        const Operand next = answer.is_string() ? Operand::number(*number) : answer;
        sum = summed(sum, next, scratch);
        if (count == 1 || best.is_missing() || (total->of == Total::Of::min ? precedes(next, best) : precedes(best, next))) {
            best = next;
        }
    }
    switch (total->of) {
        case Total::Of::sum: return sum.to_value();
        case Total::Of::count: return Value(count);
        case Total::Of::avg: return Value(count == 0 ? 0 : to_number(sum) / count);
        default: return best.to_value();
    }
}

ElementIndex Session::State::totals_named(std::string_view key) const {
    if (key.size() <= total_suffix.size() || key.substr(key.size() - total_suffix.size()) != total_suffix) return no_element;
    const SlotIndex slot = slot_at(key.substr(0, key.size() - total_suffix.size()));
    if (slot < 0) return no_element;
    for (const ElementIndex question : questions_of(slot)) {
        if (of(question).rows >= 0 && rows_of(question).total != no_element) return question;
    }
    return no_element;
}

// Of one column, or of all.
void Session::State::mark_totals(ElementIndex question, ElementIndex column) {
    if (of(question).rows < 0 || rows_of(question).total == no_element) return;
    const RowSettings& settings = row_settings(question);
    const ElementIndex shift = rows_of(question).total - settings.total;
    for (const Total& total : settings.totals) {
        if (column == no_element || total.column == column) mark(total.cell + shift, Marks::default_value);
    }
}

}  // namespace canvass::core
