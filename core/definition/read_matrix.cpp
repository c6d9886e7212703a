// Matrices: columns as the questions of each row, details behind them, and the row of totals.
#include <algorithm>

#include "core/definition/loader.h"

namespace canvass::core {
namespace {

using Total = RowSettings::Total;

// What a cell is when its column says nothing.
Kind cell_kind(std::string_view type, Kind fallback) {
    const std::optional<Kind> kind = kind_named(type);
    return kind && !is_container(*kind) && !has_rows(*kind) ? *kind : fallback;
}

// The columns as objects; a condition about each of them joins their own.
Value::Array columns_of(const Fields& fields, std::string_view name_member) {
    const Value* list = fields[Property::columns];
    Value::Array columns = list ? *list->as_array() : Value::Array();
    const std::string common = fields.text(Property::columns_visible_if);
    for (Value& column : columns) {
        if (column.is_string() || column.is_number()) {
            Value named;
            named.set(name_member, std::move(column));
            column = std::move(named);
        }
        if (common.empty() || !column.is_object()) continue;
        const Value* own = column.find("visibleIf");
        const std::string both = own ? "(" + common + ") and (" + std::string(own->text()) + ")" : common;
        column.set("visibleIf", Value(both));
    }
    return columns;
}

// What the matrix says for all of its cells.
void add_common_choices(Value& column, Kind kind, const Value* choices) {
    const bool selects = kind == Kind::dropdown || kind == Kind::radiogroup || kind == Kind::checkbox || kind == Kind::tagbox;
    const Value* own = column.find("choices");
    if (selects && choices && (!own || own->size() == 0)) column.set("choices", *choices);
}

Total::Of total_of(const Value& column) {
    constexpr std::string_view types[] = {"", "sum", "count", "min", "max", "avg"};
    const Value* type = column.find("totalType");
    const auto found = std::find(std::begin(types), std::end(types), type ? type->text() : std::string_view());
    return found == std::end(types) ? Total::Of::formula : static_cast<Total::Of>(found - std::begin(types));
}

// The columns as questions below the row's root; gives back those that were read.
std::vector<const Value*> read_columns(const Fields& fields, const Value::Array& columns, Kind usual, RowSettings& settings,
                                       std::size_t depth) {
    Loader& loader = fields.loader();
    std::vector<const Value*> read;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const std::string place = pointer_to(fields.place(Property::columns), at);
        if (loader.definition.elements.size() >= loader.limits.elements) {
            loader.report_limit(Code::too_large, place, "elements", loader.limits.elements);
            break;
        }
        const Value::Object* column = columns[at].as_object();
        if (!column) {
            loader.report(Code::wrong_type, place, "columns", "{\"name\": …}");
            continue;
        }
        const Value* type = columns[at].find("cellType");
        const Kind kind = cell_kind(type ? type->text() : std::string_view(), usual);
        const ElementIndex cell =
            read_question(loader, *column, kind, place, settings.row, depth + 1, owner_bit(Owner::column));
        const Value* unique = columns[at].find("isUnique");
        if (unique && unique->as_bool()) settings.unique.push_back(cell);
        read.push_back(&columns[at]);
    }
    return read;
}

// What the column says of its total, as an expression says it of itself.
Value::Object total_members(const Value& column, const Element& cell) {
    constexpr std::pair<std::string_view, std::string_view> names[] = {
        {"title", "title"}, {"totalFormat", "format"}, {"totalDisplayStyle", "displayStyle"}, {"totalCurrency", "currency"},
        {"totalMaximumFractionDigits", "maximumFractionDigits"}, {"totalMinimumFractionDigits", "minimumFractionDigits"}};
    Value::Object members{{"name", Value(cell.value_name)}};
    for (const auto& [from, to] : names) {
        if (const Value* value = column.find(from)) members.push_back({std::string(to), *value});
    }
    return members;
}

// An expression below each column that asks for a total.
void append_totals(Loader& loader, const std::vector<const Value*>& columns, RowSettings& settings, LocalizedText title,
                   std::string_view pointer, std::size_t depth) {
    const std::vector<ElementIndex> cells = loader.definition.at(settings.row).children;
    for (std::size_t at = 0; at < columns.size(); ++at) {
        const Value* formula = columns[at]->find("totalExpression");
        const bool has_formula = formula && !formula->text().empty();
        const Total::Of of = has_formula ? Total::Of::formula : total_of(*columns[at]);
        if (!has_formula && of == Total::Of::formula) continue;
        if (settings.total == no_element) {
            settings.total = append_row(loader, pointer);
            loader.definition.elements.back().title = std::move(title);
        }
        const std::string place = loader.definition.at(cells[at]).pointer;
        const ElementIndex total = read_question(loader, total_members(*columns[at], loader.definition.at(cells[at])),
                                                 Kind::expression, place, settings.total, depth + 1, 0);
        if (has_formula) {
            loader.definition.elements[static_cast<std::size_t>(total)].formulas.push_back(
                {Formula::Use::default_value, read_condition(loader, formula->text(), pointer_to(place, "totalExpression"))});
        }
        settings.totals.push_back({of, total, cells[at]});
    }
}

}  // namespace

void read_matrix(const Fields& fields, RowSettings& settings, std::size_t depth) {
    Loader& loader = fields.loader();
    settings.row = append_row(loader, fields.pointer());
    const Kind usual = cell_kind(fields.text(Property::cell_type), Kind::dropdown);
    Value::Array columns = columns_of(fields, "name");
    for (Value& column : columns) {
        const Value* type = column.find("cellType");
        if (column.is_object()) {
            add_common_choices(column, cell_kind(type ? type->text() : std::string_view(), usual), fields[Property::choices]);
        }
    }
    const std::vector<const Value*> read = read_columns(fields, columns, usual, settings, depth);
    settings.columns = static_cast<int>(read.size());
    const Value* details = fields[Property::detail_elements];
    constexpr std::string_view shown[] = {"underRow", "underRowSingle"};
    if (details && fields.choice(Property::detail_mode, shown, -1) >= 0) {
        read_elements(loader, *details, fields.place(Property::detail_elements), settings.row, depth + 1);
    }
    append_totals(loader, read, settings, fields.localized(Property::total_text), fields.pointer(), depth);
}

// Each row of a simple matrix asks one question: which of the columns?
void read_simple_matrix(const Fields& fields, RowSettings& settings) {
    Loader& loader = fields.loader();
    settings.row = append_row(loader, fields.pointer());
    settings.columns = 1;
    Element cell;
    cell.kind = fields.is(Property::cell_type, "checkbox") ? Kind::checkbox : Kind::radiogroup;
    cell.parent = settings.row;
    cell.pointer = std::string(fields.pointer());
    ChoiceSettings choices;
    choices.multiple = cell.kind == Kind::checkbox;
    const Value columns(columns_of(fields, "value"));
    choices.choices = read_choices(loader, &columns, fields.place(Property::columns), choices.rules);
    cell.settings = std::move(choices);
    append_element(loader, std::move(cell));
}

}  // namespace canvass::core
