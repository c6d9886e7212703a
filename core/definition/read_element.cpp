#include <algorithm>
#include <utility>

#include "core/base/number.h"
#include "core/definition/loader.h"

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

PageSettings page_settings(const Fields& fields) {
    PageSettings settings;
    fields.read(Property::navigation_title, settings.navigation_title);
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

void add_formula(Element& element, Formula::Use use, Condition condition) {
    if (condition.given()) element.formulas.push_back({use, std::move(condition)});
}

void read_formulas(const Fields& fields, Element& element) {
    constexpr std::pair<Formula::Use, Property> places[] = {
        {Formula::Use::default_value, Property::default_value_expression}, {Formula::Use::set_value, Property::set_value_expression},
        {Formula::Use::set_value_if, Property::set_value_if}, {Formula::Use::reset_value_if, Property::reset_value_if},
        {Formula::Use::row_count, Property::row_count_expression}};
    for (const auto& [use, property] : places) add_formula(element, use, fields.condition(property));
    // {"panelCount": name}: the answer of that name. A formula of its own goes before it.
    const Value* bindings = fields[Property::bindings];
    const std::string_view count = element.kind == Kind::paneldynamic ? "panelCount" : "rowCount";
    const Value* bound = bindings && !element.formula(Formula::Use::row_count) ? bindings->find(count) : nullptr;
    if (bound && !bound->text().empty()) {
        const std::string place = pointer_to(fields.place(Property::bindings), count);
        add_formula(element, Formula::Use::bound_count, read_condition(fields.loader(), "{" + std::string(bound->text()) + "}", place));
    }
    // "=1+2" is a formula, not a text.
    const std::string_view text = element.default_value.text();
    if (text.size() > 1 && text.front() == '=') {
        add_formula(element, Formula::Use::default_value, read_condition(fields.loader(), text.substr(1), fields.place(Property::default_value)));
        element.default_value = Value();
    }
}

void read_answer(const Fields& fields, Element& element) {
    fields.read(Property::value_name, element.value_name);
    if (element.value_name.empty()) element.value_name = element.name;
    if (const Value* value = fields[Property::default_value]) element.default_value = *value;
    if (const Value* value = fields[Property::correct_answer]) {
        std::vector<Value>& answers = fields.loader().definition.correct_answers;
        element.correct_answer = static_cast<std::int32_t>(answers.size());
        answers.push_back(*value);
    }
    element.values_in_texts = !fields.flag(Property::values_in_texts, true);
    read_formulas(fields, element);
    element.validators = read_validators(fields);
    element.clear_if_invisible = clear_mode(fields, Property::clear_if_invisible, fields.loader().definition.clear_invisible);
    element.comment_area = fields.flag(Property::show_comment, false);
    fields.read(Property::comment_text, element.comment_text);
    element.poll = read_poll(fields);
    switch (element.kind) {
        case Kind::radiogroup:
        case Kind::checkbox:
        case Kind::dropdown:
        case Kind::tagbox:
        case Kind::ranking:
        case Kind::imagepicker:
        case Kind::buttongroup: element.settings = read_choice_settings(fields, element.kind); break;
        case Kind::rating: element.settings = read_rating_settings(fields); break;
        case Kind::boolean: element.settings = read_boolean_settings(fields); break;
        case Kind::text:
        case Kind::comment: element.settings = text_settings(fields, element.kind); break;
        case Kind::expression: {
            Condition formula = fields.condition(Property::expression);
            element.settings = number_format(fields);
            if (formula.given()) element.formulas.insert(element.formulas.begin(), {Formula::Use::default_value, std::move(formula)});
            if (element.clear_if_invisible != ClearInvisible::never) element.clear_if_invisible = ClearInvisible::on_complete;
            break;
        }
        case Kind::html: fields.read(Property::html, element.description); break;
        case Kind::slider:
            element.settings = read_slider_settings(fields);
            add_formula(element, Formula::Use::lowest, fields.condition(Property::min_expression));
            add_formula(element, Formula::Use::highest, fields.condition(Property::max_expression));
            break;
        case Kind::signaturepad:
        case Kind::file: element.settings = file_settings(fields, element.kind); break;
        case Kind::image:
            element.settings = ImageSettings{fields.localized(Property::image_link), fields.localized(Property::alt_text)};
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

Layout read_layout(const Fields& fields, Kind kind, ElementIndex parent) {
    const Definition& definition = fields.loader().definition;
    const Course& course = definition.course;
    Layout layout;
    layout.starts_on_new_line = fields.flag(Property::starts_on_new_line, true);
    layout.columns = static_cast<std::int8_t>(fields.count(Property::column_count, 1, 100));
    layout.image_width = fields.pixels(Property::image_width);
    layout.image_height = fields.pixels(Property::image_height);
    layout.fold = read_fold(fields, Property::fold);
    const Layout::Place around = parent == no_element ? course.question_titles : definition.at(parent).layout.titles_inside;
    layout.titles_inside = around;
    if (is_container(kind) || kind == Kind::paneldynamic) layout.titles_inside = fields.title_place(Property::question_titles, around);
    if (is_container(kind)) return layout;
    layout.title = fields.title_place(Property::title_place, around);
    layout.description = fields.description_place(Property::description_place, course.question_descriptions);
    return layout;
}

Element read_common(const Fields& fields, Kind kind, std::string name) {
    Element element;
    element.kind = kind;
    element.name = std::move(name);
    element.pointer = std::string(fields.pointer());
    fields.read(Property::title, element.title);
    fields.read(Property::description, element.description);
    element.visible = fields.flag(Property::visible, true);
    element.read_only = fields.flag(Property::read_only, false);
    element.required = fields.flag(Property::required, false);
    element.number_shown = fields.flag(Property::show_number, !fields.flag(Property::hide_number, kind == Kind::panel));
    fields.read(Property::visible_if, element.visible_if);
    fields.read(Property::enable_if, element.enable_if);
    fields.read(Property::required_if, element.required_if);
    fields.read(Property::required_text, element.required_text);
    constexpr std::string_view orders[] = {"default", "initial", "random"};
    element.order = static_cast<Order>(fields.choice(Property::order, orders));
    element.moves = fields.flag(Property::moves, true);
    if (is_container(kind) || kind == Kind::paneldynamic) {
        Numbering numbering = read_numbering(fields);
        if (numbering.numbers != QuestionNumbers::as_around || !numbering.start.empty()) {
            element.numbering = static_cast<std::int32_t>(fields.loader().definition.numberings.size());
            fields.loader().definition.numberings.push_back(std::move(numbering));
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

Layout::Fold read_fold(const Fields& fields, Property property) {
    constexpr std::string_view folds[] = {"default", "expanded", "collapsed"};
    return static_cast<Layout::Fold>(fields.choice(property, folds));
}

Numbering read_numbering(const Fields& fields) {
    constexpr std::string_view words[] = {"default", "off", "on", "onPage", "onPanel", "recursive"};
    Numbering numbering;
    fields.read(Property::number_start, numbering.start);
    numbering.numbers = static_cast<QuestionNumbers>(fields.choice(Property::show_numbers, words));
    const Value* value = fields[Property::show_numbers];
    if (fields.is(Property::show_numbers, "onSurvey")) numbering.numbers = QuestionNumbers::across_survey;
    if (value && value->is_bool()) numbering.numbers = value->as_bool() ? QuestionNumbers::across_survey : QuestionNumbers::off;
    return numbering;
}

ClearInvisible clear_mode(const Fields& fields, Property property, ClearInvisible otherwise) {
    constexpr std::string_view words[] = {"onComplete", "onHidden", "none", "onHiddenContainer"};
    return static_cast<ClearInvisible>(fields.choice(property, words, static_cast<int>(otherwise)));
}

ElementIndex append_element(Loader& loader, Element&& element) {
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
    const Fields fields(json, owners_of(kind) | owners, pointer, loader);
    std::string name = valid_name(fields.text(Property::name));
    if (name.empty()) {
        if (kind != Kind::panel) loader.report(Code::missing_name, pointer);
        name = fresh_name(loader, kind);
    }
    Element element = read_common(fields, kind, std::move(name));
    element.parent = parent;
    element.layout = read_layout(fields, kind, parent);
    if (owners != 0) element.layout.title = Layout::Place::above;  // a column's and an item's is always there
    if (element.layout.description == Layout::Place::hidden) element.description = {};
    if (kind != Kind::panel) read_answer(fields, element);
    const ElementIndex index = append_element(loader, std::move(element));
    if (has_rows(kind)) {
        read_rows(fields, index, depth);
    } else if (const Value* list = fields[Property::elements]) {
        read_elements(loader, *list, fields.place(Property::elements), index, depth + 1);
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
    const Fields fields(json, owners_of(Kind::page), pointer, loader);
    std::string name = valid_name(fields.text(Property::name));
    if (name.empty()) name = fresh_name(loader, Kind::page);
    Element element = read_common(fields, Kind::page, std::move(name));
    element.layout = read_layout(fields, Kind::page, no_element);
    element.settings = page_settings(fields);
    const ElementIndex page = append_element(loader, std::move(element));
    loader.definition.pages.push_back(page);
    if (const Value* list = fields[Property::elements]) {
        read_elements(loader, *list, fields.place(Property::elements), page, 1);
    }
    return page;
}

}  // namespace canvass::core
