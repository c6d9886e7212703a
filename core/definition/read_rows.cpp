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

void read_list(const Fields& fields, int usual_count, RowSettings& settings) {
    Loader& loader = fields.loader();
    const int most = static_cast<int>(loader.limits.rows);
    if (fields.number(Property::row_count, 0) > most) {
        loader.report_limit(Code::too_large, fields.place(Property::row_count), "rows", loader.limits.rows);
    }
    settings.max_rows = std::clamp(fields.count(Property::max_row_count, most), 1, most);
    settings.min_rows = std::min(fields.count(Property::min_row_count, 0), settings.max_rows);
    settings.row_count = std::clamp(fields.count(Property::row_count, usual_count), settings.min_rows, settings.max_rows);
    settings.can_add = fields.flag(Property::allow_add, true);
    settings.can_remove = fields.flag(Property::allow_remove, true);
    if (const Value* row = fields[Property::default_row]) settings.default_row = *row;
    settings.default_from_last = fields.flag(Property::default_from_last, false);
    fields.read(Property::add_text, settings.add_text);
    fields.read(Property::remove_text, settings.remove_text);
    settings.confirms = fields.flag(Property::confirm_delete, false);
    fields.read(Property::confirm_text, settings.confirm_text);
    fields.read(Property::no_rows_text, settings.no_rows_text);
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

void read_items(const Fields& fields, RowSettings& settings, std::size_t depth) {
    Loader& loader = fields.loader();
    settings.row = append_row(loader, fields.pointer());
    const Value* list = fields[Property::items];
    if (!list) return;
    const Value::Array& items = *list->as_array();
    for (std::size_t at = 0; at < items.size(); ++at) {
        const std::string place = pointer_to(fields.place(Property::items), at);
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

ElementIndex append_row(Loader& loader, std::string_view pointer) {
    Element root;
    root.kind = Kind::row;
    root.parent = loader.owner;
    root.layout.titles_inside = loader.definition.at(loader.owner).layout.titles_inside;
    root.pointer = std::string(pointer);
    return append_element(loader, std::move(root));
}

void read_rows(const Fields& fields, ElementIndex question, std::size_t depth) {
    Loader& loader = fields.loader();
    const Kind kind = loader.definition.at(question).kind;
    RowSettings settings;
    const TemplateOf owner(loader, question);
    fields.read(Property::key_text, settings.unique_text);
    fields.read(Property::rows_visible_if, settings.rows_visible_if);
    switch (kind) {
        case Kind::paneldynamic: {
            read_list(fields, 0, settings);
            constexpr std::string_view one_at_a_time[] = {"tab", "carousel", "progressTop", "progressBottom", "progressTopBottom"};
            settings.one_at_a_time = fields.choice(Property::display_mode, one_at_a_time, -1) >= 0;
            fields.read(Property::tab_title, settings.tab_title);
            fields.read(Property::tab_title_else, settings.tab_title_else);
            settings.row = append_row(loader, fields.pointer());
            if (const Value* list = fields[Property::template_elements]) {
                read_elements(loader, *list, fields.place(Property::template_elements), settings.row, depth + 1);
            }
            Element& root = loader.definition.elements[static_cast<std::size_t>(settings.row)];
            fields.read(Property::template_title, root.title);
            fields.read(Property::template_description, root.description);
            fields.read(Property::template_visible_if, root.visible_if);
            if (!settings.one_at_a_time) root.layout.fold = read_fold(fields, Property::row_fold);
            break;
        }
        case Kind::matrixdynamic:
            read_list(fields, 2, settings);
            read_matrix(fields, settings, depth);
            break;
        case Kind::matrixdropdown:
        case Kind::matrix:
            settings.shape = kind == Kind::matrix ? Shape::keyed_answer : Shape::keyed;
            settings.rows = read_choices(loader, fields[Property::rows], fields.place(Property::rows), settings.rules);
            settings.shuffled = fields.is(Property::row_order, "random");
            settings.hidden_if_empty = fields.flag(Property::hide_if_no_rows, false);
            settings.each_row_required = fields.flag(Property::each_row_required, false);
            settings.each_row_unique = fields.flag(Property::each_row_unique, false);
            if (kind == Kind::matrix) read_simple_matrix(fields, settings);
            else read_matrix(fields, settings, depth);
            break;
        default:
            settings.shape = Shape::single;
            read_items(fields, settings, depth);
    }
    note_key(loader, fields.text(Property::key_name), question, settings);
    loader.definition.elements[static_cast<std::size_t>(question)].settings = std::move(settings);
}

}  // namespace canvass::core
