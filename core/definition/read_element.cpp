#include <algorithm>
#include <utility>

#include "core/base/number.h"
#include "core/definition/loader.h"
#include "core/expression/text.h"

namespace canvass::core {
namespace {

std::uint32_t owners_of(Kind kind) noexcept {
    const std::uint32_t question = owner_bit(Owner::question);
    switch (kind) {
        case Kind::page: return owner_bit(Owner::page);
        case Kind::panel: return owner_bit(Owner::panel);
        case Kind::radiogroup:
        case Kind::buttongroup: return question | owner_bit(Owner::select);
        case Kind::checkbox: return question | owner_bit(Owner::select) | owner_bit(Owner::checkbox);
        case Kind::rating: return question | owner_bit(Owner::rating);
        case Kind::boolean: return question | owner_bit(Owner::boolean);
        case Kind::text: return question | owner_bit(Owner::text);
        case Kind::comment: return question | owner_bit(Owner::comment);
        case Kind::dropdown: return question | owner_bit(Owner::select) | owner_bit(Owner::dropdown);
        case Kind::tagbox:
            return question | owner_bit(Owner::select) | owner_bit(Owner::checkbox) | owner_bit(Owner::dropdown);
        case Kind::ranking: return question | owner_bit(Owner::select) | owner_bit(Owner::checkbox);
        case Kind::imagepicker: return question | owner_bit(Owner::select) | owner_bit(Owner::imagepicker);
        case Kind::expression: return question | owner_bit(Owner::expression);
        case Kind::html: return question | owner_bit(Owner::html);
        case Kind::paneldynamic: return question | owner_bit(Owner::paneldynamic);
        case Kind::matrixdynamic: return question | owner_bit(Owner::matrix) | owner_bit(Owner::matrixdynamic);
        case Kind::matrixdropdown: return question | owner_bit(Owner::matrix) | owner_bit(Owner::rows);
        case Kind::matrix: return question | owner_bit(Owner::rows) | owner_bit(Owner::matrix_simple);
        case Kind::multipletext: return question | owner_bit(Owner::multipletext);
        case Kind::row: return 0;
        case Kind::signaturepad:
        case Kind::file: return question | owner_bit(Owner::special) | owner_bit(Owner::file);
        case Kind::slider:
        case Kind::image: return question | owner_bit(Owner::special);
    }
    return question;
}

std::string_view name_of_elements(const Value::Object& json) noexcept {
    for (const Value::Member& member : json) {
        if (member.name == "elements") return "elements";
    }
    return "questions";
}

PageSettings page_settings(const Fields& fields) {
    PageSettings settings;
    settings.time_limit = std::max(fields.number(Property::time_limit, 0), 0.0);
    if (const Value* buttons = fields[Property::page_buttons]) {
        if (buttons->is_bool() || buttons->text() == "show") settings.buttons = buttons->as_bool(true);
        if (buttons->text() == "hide") settings.buttons = false;
    }
    return settings;
}

// Names never hold brackets, nor "#" in front: expressions could not say them.
std::string valid_name(std::string_view given) {
    std::string name;
    for (const char letter : given) {
        if (letter != '{' && letter != '}') name += letter;
    }
    const std::size_t first = name.find_first_not_of(" \t\r\n#");
    if (first == std::string::npos) return {};
    return name.substr(first, name.find_last_not_of(" \t\r\n") - first + 1);
}

std::string fresh_name(Loader& loader, Kind kind) {
    const std::string_view stem = kind == Kind::page ? "page" : kind == Kind::panel ? "panel" : "question";
    int& number = loader.fresh_names[kind == Kind::page ? 2 : kind == Kind::panel ? 1 : 0];
    std::string name;
    do {
        name = std::string(stem) + number_text(++number);
    } while (loader.names.find(name) >= 0);
    return name;
}

ClearInvisible clear_mode(const Loader& loader, const Fields& fields) {
    const std::string mode = fields.text(Property::clear_if_invisible);
    if (mode == "none") return ClearInvisible::never;
    if (mode == "onHidden") return ClearInvisible::on_hidden;
    if (mode == "onHiddenContainer") return ClearInvisible::on_hidden_container;
    if (mode == "onComplete") return ClearInvisible::on_complete;
    return loader.definition.clear_invisible;
}

void read_formulas(const FieldReader& read, Element& element) {
    struct Place {
        Formula::Use use;
        Property property;
        std::string_view name;
    };
    constexpr Place places[] = {{Formula::Use::default_value, Property::default_value_expression, "defaultValueExpression"},
                                {Formula::Use::set_value, Property::set_value_expression, "setValueExpression"},
                                {Formula::Use::set_value_if, Property::set_value_if, "setValueIf"},
                                {Formula::Use::reset_value_if, Property::reset_value_if, "resetValueIf"},
                                {Formula::Use::row_count, Property::row_count_expression, {}}};
    for (const Place& place : places) {
        const std::string_view counted = element.kind == Kind::paneldynamic ? "panelCountExpression" : "rowCountExpression";
        Condition condition = read.condition(place.property, place.name.empty() ? counted : place.name);
        if (condition.given()) element.formulas.push_back({place.use, std::move(condition)});
    }
    // {"panelCount": name}: the answer of that name. A formula of its own goes before it.
    const Value* bindings = read.fields[Property::bindings];
    const std::string_view count = element.kind == Kind::paneldynamic ? "panelCount" : "rowCount";
    const Value* bound = bindings && !element.formula(Formula::Use::row_count) ? bindings->find(count) : nullptr;
    if (bound && !bound->text().empty()) {
        const Value formula("{" + std::string(bound->text()) + "}");
        const std::string place = pointer_to(pointer_to(read.pointer, "bindings"), count);
        element.formulas.push_back({Formula::Use::bound_count, read_condition(read.loader, &formula, place)});
    }
    // "=1+2" is a formula, not a text.
    const std::string_view text = element.default_value.text();
    if (text.size() > 1 && text.front() == '=') {
        const Value formula(text.substr(1));
        const std::string place = pointer_to(read.pointer, "defaultValue");
        element.formulas.push_back({Formula::Use::default_value, read_condition(read.loader, &formula, place)});
        element.default_value = Value();
    }
}

void read_answer(const FieldReader& read, Element& element) {
    const Fields& fields = read.fields;
    element.value_name = fields.text(Property::value_name);
    if (element.value_name.empty()) element.value_name = element.name;
    if (const Value* value = fields[Property::default_value]) element.default_value = *value;
    if (const Value* value = fields[Property::correct_answer]) {
        std::vector<Value>& answers = read.loader.definition.correct_answers;
        element.correct_answer = static_cast<std::int32_t>(answers.size());
        answers.push_back(*value);
    }
    element.values_in_texts = !fields.flag(Property::values_in_texts, true);
    read_formulas(read, element);
    element.validators =
        read_validators(read.loader, fields[Property::validators], pointer_to(read.pointer, "validators"));
    element.clear_if_invisible = clear_mode(read.loader, fields);
    element.comment_area = fields.flag(Property::show_comment, false);
    element.comment_text = read.text(Property::comment_text, "commentText");
    element.poll = read_poll(read.loader, fields[Property::poll], pointer_to(read.pointer, "poll"));
    switch (element.kind) {
        case Kind::radiogroup:
        case Kind::checkbox:
        case Kind::dropdown:
        case Kind::tagbox:
        case Kind::ranking:
        case Kind::imagepicker:
        case Kind::buttongroup: element.settings = read_choice_settings(read, element.kind); break;
        case Kind::rating: element.settings = read_rating_settings(read); break;
        case Kind::boolean: element.settings = read_boolean_settings(read); break;
        case Kind::text:
        case Kind::comment: element.settings = text_settings(read, element.kind); break;
        case Kind::expression: {
            Condition formula = read.condition(Property::expression, "expression");
            element.settings = number_format(read);
            if (formula.given()) element.formulas.insert(element.formulas.begin(), {Formula::Use::default_value, std::move(formula)});
            if (element.clear_if_invisible != ClearInvisible::never) element.clear_if_invisible = ClearInvisible::on_complete;
            break;
        }
        case Kind::html: element.description = read.text(Property::html, "html"); break;
        case Kind::slider: element.settings = read_slider_settings(read); break;
        case Kind::signaturepad:
        case Kind::file: element.settings = file_settings(read, element.kind); break;
        case Kind::image:
            element.settings = ImageSettings{read.text(Property::image_link, "imageLink"), read.text(Property::alt_text, "altText")};
            break;
        case Kind::page:
        case Kind::panel:
        case Kind::row:
        case Kind::paneldynamic:
        case Kind::matrixdynamic:
        case Kind::matrixdropdown:
        case Kind::matrix:
        case Kind::multipletext: break;  // read_rows() does the rest
    }
}

// "default" is as around it.
bool is_shown(const std::string& place, bool around) { return place.empty() || place == "default" ? around : place != "hidden"; }

Layout read_layout(const FieldReader& read, Kind kind, ElementIndex parent) {
    const Fields& fields = read.fields;
    const Definition& definition = read.loader.definition;
    const bool around = parent == no_element ? definition.course.question_titles_shown : definition.at(parent).layout.titles_inside;
    Layout layout;
    layout.starts_on_new_line = fields.flag(Property::starts_on_new_line, true);
    layout.columns = static_cast<std::int8_t>(fields.count(Property::column_count, 1, 100));
    const std::string fold = fields.text(Property::fold);
    if (fold == "collapsed") layout.fold = Layout::Fold::closed;
    if (fold == "expanded") layout.fold = Layout::Fold::open;
    const bool container = is_container(kind);
    if (!container) layout.title_shown = is_shown(fields.text(Property::title_place), around);
    if (container || kind == Kind::paneldynamic)
        layout.titles_inside = is_shown(fields.text(Property::question_titles), container ? around : layout.title_shown);
    return layout;
}

Element read_common(const FieldReader& read, Kind kind, std::string name) {
    const Fields& fields = read.fields;
    Element element;
    element.kind = kind;
    element.name = std::move(name);
    element.pointer = read.pointer;
    element.title = read.text(Property::title, "title");
    element.description = read.text(Property::description, "description");
    element.visible = fields.flag(Property::visible, true);
    element.read_only = fields.flag(Property::read_only, false);
    element.required = fields.flag(Property::required, false);
    element.number_shown = fields.flag(Property::show_number, !fields.flag(Property::hide_number, kind == Kind::panel));
    element.visible_if = read.condition(Property::visible_if, "visibleIf");
    element.enable_if = read.condition(Property::enable_if, "enableIf");
    element.required_if = read.condition(Property::required_if, "requiredIf");
    element.required_text = read.text(Property::required_text, "requiredErrorText");
    const std::string order = fields.text(Property::order);
    if (order == "random") element.order = Order::random;
    if (order == "initial") element.order = Order::as_written;
    element.moves = fields.flag(Property::moves, true);
    if (is_container(kind)) {
        Numbering numbering = read_numbering(fields);
        if (numbering.numbers != QuestionNumbers::as_around || !numbering.start.empty()) {
            element.numbering = static_cast<std::int32_t>(read.loader.definition.numberings.size());
            read.loader.definition.numberings.push_back(std::move(numbering));
        }
    }
    return element;
}

void read_element(Loader& loader, const Value::Object& json, const std::string& pointer, ElementIndex parent,
                  std::size_t depth) {
    const Value* type = nullptr;
    for (const Value::Member& member : json) {
        if (member.name == "type") type = &member.value;
    }
    if (!type) return loader.report(Code::missing_property, pointer, "type");
    const std::optional<Kind> kind = kind_named(type->text());
    if (!kind || *kind == Kind::page) {
        return loader.report(Code::unknown_kind, pointer_to(pointer, "type"), type->text());
    }
    read_question(loader, json, *kind, pointer, parent, depth, 0);
}

}  // namespace

Numbering read_numbering(const Fields& fields) {
    Numbering numbering;
    numbering.start = fields.text(Property::number_start);
    const Value* value = fields[Property::show_numbers];
    if (!value) return numbering;
    constexpr std::pair<std::string_view, QuestionNumbers> modes[] = {
        {"on", QuestionNumbers::across_survey}, {"off", QuestionNumbers::off},        {"recursive", QuestionNumbers::recursive},
        {"onpage", QuestionNumbers::on_page},   {"onpanel", QuestionNumbers::on_panel}};
    const std::string mode = value->is_bool() ? value->as_bool() ? "on" : "off" : lowered(value->text());
    for (const auto& [name, numbers] : modes) {
        if (mode == name) numbering.numbers = numbers;
    }
    return numbering;
}

ElementIndex append_element(Loader& loader, Element element) {
    auto& elements = loader.definition.elements;
    const auto index = static_cast<ElementIndex>(elements.size());
    element.owner = loader.owner;
    if (element.parent != no_element) {
        elements[static_cast<std::size_t>(element.parent)].children.push_back(index);
    }
    if (elements.size() == elements.capacity()) elements.reserve(elements.size() * 2 + 64);
    loader.names.add(element.name);
    elements.push_back(std::move(element));
    return index;
}

ElementIndex read_question(Loader& loader, const Value::Object& json, Kind kind, const std::string& pointer,
                           ElementIndex parent, std::size_t depth, std::uint32_t owners) {
    const Fields fields = read_fields(json, owners_of(kind) | owners, pointer, loader);
    const FieldReader read{loader, fields, pointer};
    std::string name = valid_name(fields.text(Property::name));
    if (name.empty()) {
        if (kind != Kind::panel) loader.report(Code::missing_name, pointer);
        name = fresh_name(loader, kind);
    }
    Element element = read_common(read, kind, std::move(name));
    element.parent = parent;
    element.layout = read_layout(read, kind, parent);
    if (kind != Kind::panel) read_answer(read, element);
    const ElementIndex index = append_element(loader, std::move(element));
    if (has_rows(kind)) {
        read_rows(loader, json, fields, pointer, index, depth);
    } else if (const Value* list = fields[Property::elements]) {
        read_elements(loader, *list, pointer_to(pointer, name_of_elements(json)), index, depth + 1);
    }
    settle_poll(loader, loader.definition.elements[static_cast<std::size_t>(index)]);
    return index;
}

void read_elements(Loader& loader, const Value& list, const std::string& pointer, ElementIndex parent,
                   std::size_t depth) {
    if (depth > loader.limits.depth) {
        return loader.report_limit(Code::too_deep, pointer, "elements", loader.limits.depth);
    }
    const Value::Array* items = list.as_array();
    const std::size_t count = items ? items->size() : 1;
    for (std::size_t at = 0; at < count; ++at) {
        const Value& item = items ? (*items)[at] : list;
        const std::string place = items ? pointer_to(pointer, at) : pointer;
        if (loader.definition.elements.size() >= loader.limits.elements) {
            return loader.report_limit(Code::too_large, place, "elements", loader.limits.elements);
        }
        if (!items && !item.find("type")) {
            loader.report(Code::wrong_type, place, "elements", "[…]");
        } else if (const Value::Object* object = item.as_object()) {
            read_element(loader, *object, place, parent, depth);
        } else {
            loader.report(Code::wrong_type, place, "elements", "{\"type\": …, \"name\": …}");
        }
    }
}

ElementIndex read_page(Loader& loader, const Value::Object& json, const std::string& pointer) {
    const Fields fields = read_fields(json, owners_of(Kind::page), pointer, loader);
    const FieldReader read{loader, fields, pointer};
    std::string name = valid_name(fields.text(Property::name));
    if (name.empty()) name = fresh_name(loader, Kind::page);
    Element element = read_common(read, Kind::page, std::move(name));
    element.layout = read_layout(read, Kind::page, no_element);
    element.settings = page_settings(fields);
    const ElementIndex page = append_element(loader, std::move(element));
    loader.definition.pages.push_back(page);
    if (const Value* list = fields[Property::elements]) {
        read_elements(loader, *list, pointer_to(pointer, name_of_elements(json)), page, 1);
    }
    return page;
}

}  // namespace canvass::core
