// sumInArray and its kin: one member of every item of a list, perhaps only of items that pass a filter.
// name(list, member [, column to return] [, filter]); the filter is an expression, or a text that holds one,
// and sees the item's members first.
#include <cmath>
#include <optional>
#include <vector>

#include "core/expression/arithmetic.h"
#include "core/expression/coerce.h"
#include "core/expression/evaluate.h"
#include "core/expression/expression.h"
#include "core/expression/functions.h"

namespace canvass::core {
namespace {

class ItemEnvironment final : public Environment {
public:
    ItemEnvironment(const Operand& item, Environment& survey) : item_(item), survey_(survey) {}

    Operand read(const Path& path, Scratch& scratch) override {
        const Operand found = walk(item_, path);
        return found.is_missing() ? read_survey(path, scratch) : found;
    }
    Operand read_survey(const Path& path, Scratch& scratch) override { return survey_.read_survey(path, scratch); }
    Clock clock() const override { return survey_.clock(); }
    Operand display_value(std::string_view question, const Operand& of_value, Scratch& scratch) override {
        return survey_.display_value(question, of_value, scratch);
    }
    Operand property_value(std::string_view question, std::string_view property, Scratch& scratch) override {
        return survey_.property_value(question, property, scratch);
    }
    Operand comment(std::string_view question, const Operand& of_choice, Scratch& scratch) override {
        return survey_.comment(question, of_choice, scratch);
    }
    bool is_container_ready(std::string_view name, const Operand& panel) override {
        return survey_.is_container_ready(name, panel);
    }
    Operand is_display_mode() override { return survey_.is_display_mode(); }
    bool call(std::string_view function, std::span<const Operand> arguments, Scratch& scratch,
              Operand& result) override {
        return survey_.call(function, arguments, scratch, result);
    }

private:
    Operand item_;
    Environment& survey_;
};

bool names_column(const Operand& argument) {
    return argument.is_string() && argument.string().find_first_of("{}><=!") == std::string::npos;
}

class List {
public:
    explicit List(const Call& call) : call_(call) {
        const std::size_t given = call.arguments.size();
        valid_ = given >= 2 && given <= 4 && is_truthy(call.arguments[0]) && call.arguments[1].is_string();
        if (!valid_) return;
        member_ = returned_ = call.arguments[1].string();
        std::size_t filter = 2;
        if (call.site.is_constant[0] && names_column(call.argument(2))) {
            returned_ = call.arguments[2].string();
            filter = 3;
        }
        if (filter < given) set_filter(filter);
    }

    bool returns_another_column() const { return returned_ != member_; }

    // The member of each item that has one and passes the filter.
    template <class Visit>
    void each(Visit visit) const {
        if (!valid_) return;
        const Operand& list = call_.arguments[0];
        if (list.is_array()) {
            for (const Value& item : list.array()) visit_item(item, visit);
        } else if (list.is_object()) {
            for (const Value::Member& member : list.object()) visit_item(member.value, visit);
        }
    }

    Operand returned(const Value& item) const {
        const Value* value = item.find(returned_);
        return value ? Operand(*value) : Operand();
    }

private:
    void set_filter(std::size_t argument) {
        const Operand value = call_.arguments[argument];
        if (!value.is_string() || value.string().empty()) {
            range_ = call_.site.arguments[argument - 2];
            return;
        }
        Result<Expression> compiled = compile_expression(value.string());
        if (compiled) text_filter_.emplace(std::move(*compiled));
        else never_ = true;
    }

    bool passes(const Value& item) const {
        if (never_) return false;
        if (!text_filter_ && range_.end == 0) return true;
        ItemEnvironment environment(item, call_.environment);
        Scratch scratch;
        const Program& program = text_filter_ ? text_filter_->program() : call_.program;
        const Range range =
            text_filter_ ? Range{0, static_cast<std::uint32_t>(program.instructions.size())} : range_;
        return is_true(run(program, range, environment, scratch, call_.depth + 1));
    }

    template <class Visit>
    void visit_item(const Value& item, Visit& visit) const {
        const Value* value = item.find(member_);
        if (value && !is_empty(*value) && passes(item)) visit(item, *value);
    }

    const Call& call_;
    bool valid_ = false, never_ = false;
    std::string_view member_, returned_;
    Range range_;
    std::optional<Expression> text_filter_;
};

// A text counts as the number that it is, or not at all.
Operand countable(const Value& value) {
    const Operand operand(value);
    if (!operand.is_string()) return operand;
    const std::optional<double> number = number_of(operand);
    return number ? Operand::number(*number) : Operand();
}

Operand extreme_in_array(const Call& call, bool smallest) {
    const List list(call);
    Operand best;
    const Value* best_item = nullptr;
    list.each([&](const Value& item, const Value& value) {
        const Operand next = countable(value);
        if (next.is_missing()) return;
        if (best_item && !(smallest ? precedes(next, best) : precedes(best, next))) return;
        best = next;
        best_item = &item;
    });
    return best_item && list.returns_another_column() ? list.returned(*best_item) : best;
}

}  // namespace

namespace functions {

Operand sum_in_array(const Call& call) {
    Operand sum = Operand::number(0);
    List(call).each([&](const Value&, const Value& value) {
        const Operand next = countable(value);
        if (!next.is_missing()) sum = summed(sum, next, call.scratch);
    });
    return sum;
}

Operand min_in_array(const Call& call) { return extreme_in_array(call, true); }
Operand max_in_array(const Call& call) { return extreme_in_array(call, false); }

Operand count_in_array(const Call& call) {
    double count = 0;
    List(call).each([&](const Value&, const Value&) { ++count; });
    return Operand::number(count);
}

Operand avg_in_array(const Call& call) {
    const double count = count_in_array(call).number();
    return Operand::number(count == 0 ? 0 : to_number(sum_in_array(call)) / count);
}

}  // namespace functions

}  // namespace canvass::core
