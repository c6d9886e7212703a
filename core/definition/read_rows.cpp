// Questions with rows: dynamic panels, matrices, multiple texts. The template of a row is read as elements below
// the question; sessions make instances of it.
#include <algorithm>

#include "core/definition/loader.h"

namespace canvass::core {
namespace {

using Shape = RowSettings::Shape;

// While a template is read, its elements know whose it is.
class TemplateOf {
public:
    TemplateOf(Loader& loader, ElementIndex question) : loader_(loader), outer_(loader.owner) {
        loader_.owner = question;
    }
    ~TemplateOf() { loader_.owner = outer_; }
    TemplateOf(const TemplateOf&) = delete;
    TemplateOf& operator=(const TemplateOf&) = delete;

private:
    Loader& loader_;
    ElementIndex outer_;
};

LocalizedText text_of(Loader& loader, const Fields& fields, Property property, const std::string& pointer) {
    return read_text(loader, fields[property], pointer);
}

void read_list(Loader& loader, const Fields& fields, Kind kind, const std::string& pointer, RowSettings& settings) {
    const bool matrix = kind == Kind::matrixdynamic;
    const int most = static_cast<int>(loader.limits.rows);
    const Property count = matrix ? Property::row_count : Property::panel_count;
    if (fields.number(count, 0) > most) {
        loader.report_limit(Code::too_large, pointer_to(pointer, matrix ? "rowCount" : "panelCount"), "rows", loader.limits.rows);
    }
    settings.max_rows = std::clamp(fields.count(matrix ? Property::max_row_count : Property::max_panel_count, most), 1, most);
    settings.min_rows = std::min(fields.count(matrix ? Property::min_row_count : Property::min_panel_count, 0), settings.max_rows);
    settings.row_count = std::clamp(fields.count(count, matrix ? 2 : 0),
                                    settings.min_rows, settings.max_rows);
    settings.can_add = fields.flag(Property::allow_add, true);
    settings.can_remove = fields.flag(Property::allow_remove, true);
    if (const Value* row = fields[Property::default_row]) settings.default_row = *row;
    settings.default_from_last = fields.flag(Property::default_from_last, false);
    settings.add_text = text_of(loader, fields, Property::add_text, pointer);
    settings.remove_text = text_of(loader, fields, Property::remove_text, pointer);
    settings.no_rows_text = text_of(loader, fields, Property::no_rows_text, pointer);
}

// The question that a key names differs from row to row.
void note_key(Loader& loader, const std::string& key, ElementIndex question, RowSettings& settings) {
    const std::vector<Element>& elements = loader.definition.elements;
    for (std::size_t at = 0; at < elements.size() && !key.empty(); ++at) {
        const Element& element = elements[at];
        if (element.owner == question && element.name == key && !is_container(element.kind)) {
            settings.unique.push_back(static_cast<ElementIndex>(at));
            return;
        }
    }
}

void read_items(Loader& loader, const Fields& fields, const std::string& pointer, RowSettings& settings, std::size_t depth) {
    settings.row = append_row(loader, pointer);
    const Value* list = fields[Property::items];
    if (!list) return;
    const Value::Array& items = *list->as_array();
    for (std::size_t at = 0; at < items.size(); ++at) {
        const std::string place = pointer_to(pointer_to(pointer, "items"), at);
        const Value::Object* item = items[at].as_object();
        if (!item) {
            loader.report(Code::wrong_type, place, "items", "{\"name\": …}");
        } else if (loader.definition.elements.size() >= loader.limits.elements) {
            return loader.report_limit(Code::too_large, place, "elements", loader.limits.elements);
        } else {
            read_question(loader, *item, Kind::text, place, settings.row, depth + 1, owner_bit(Owner::item));
        }
    }
}

}  // namespace

ElementIndex append_row(Loader& loader, const std::string& pointer) {
    Element root;
    root.kind = Kind::row;
    root.parent = loader.owner;
    root.layout.titles_inside = loader.definition.at(loader.owner).layout.titles_inside;
    root.pointer = pointer;
    return append_element(loader, std::move(root));
}

void read_rows(Loader& loader, const Value::Object&, const Fields& fields, const std::string& pointer,
               ElementIndex question, std::size_t depth) {
    const Kind kind = loader.definition.at(question).kind;
    RowSettings settings;
    const TemplateOf owner(loader, question);
    settings.unique_text = text_of(loader, fields, Property::key_text, pointer_to(pointer, "keyDuplicationError"));
    settings.rows_visible_if = read_condition(loader, fields[Property::rows_visible_if], pointer_to(pointer, "rowsVisibleIf"));
    switch (kind) {
        case Kind::paneldynamic: {
            read_list(loader, fields, kind, pointer, settings);
            settings.one_at_a_time = fields[Property::display_mode] && fields.text(Property::display_mode) != "list";
            settings.tab_title = text_of(loader, fields, Property::tab_title, pointer);
            settings.tab_title_else = text_of(loader, fields, Property::tab_title_else, pointer);
            settings.row = append_row(loader, pointer);
            if (const Value* list = fields[Property::template_elements]) {
                read_elements(loader, *list, pointer_to(pointer, "templateElements"), settings.row, depth + 1);
            }
            Element& root = loader.definition.elements[static_cast<std::size_t>(settings.row)];
            root.title = read_text(loader, fields[Property::template_title], pointer_to(pointer, "templateTitle"));
            root.description =
                read_text(loader, fields[Property::template_description], pointer_to(pointer, "templateDescription"));
            root.visible_if =
                read_condition(loader, fields[Property::template_visible_if], pointer_to(pointer, "templateVisibleIf"));
            break;
        }
        case Kind::matrixdynamic:
            read_list(loader, fields, kind, pointer, settings);
            read_matrix(loader, fields, pointer, settings, depth);
            break;
        case Kind::matrixdropdown:
        case Kind::matrix:
            settings.shape = kind == Kind::matrix ? Shape::keyed_answer : Shape::keyed;
            settings.rows = read_choices(loader, fields[Property::rows], pointer_to(pointer, "rows"), settings.rules);
            settings.shuffled = fields.text(Property::row_order) == "random";
            settings.hidden_if_empty = fields.flag(Property::hide_if_no_rows, false);
            settings.each_row_required = fields.flag(Property::each_row_required, false);
            settings.each_row_unique = fields.flag(Property::each_row_unique, false);
            if (kind == Kind::matrix) read_simple_matrix(loader, fields, pointer, settings);
            else read_matrix(loader, fields, pointer, settings, depth);
            break;
        default:
            settings.shape = Shape::single;
            read_items(loader, fields, pointer, settings, depth);
    }
    note_key(loader, fields.text(Property::key_name), question, settings);
    loader.definition.elements[static_cast<std::size_t>(question)].settings = std::move(settings);
}

}  // namespace canvass::core
