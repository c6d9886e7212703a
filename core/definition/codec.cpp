#include "core/definition/codec.h"

#include <algorithm>
#include <iterator>

#include "core/base/hash.h"
#include "core/definition/loader.h"

namespace canvass::core {
namespace {

ErrorsMode errors_mode(const Fields& fields) {
    constexpr std::string_view words[] = {"onNextPage", "onValueChanged", "onComplete", "onValueChanging"};
    const int mode = fields.choice(Property::errors_mode, words);
    return mode == 3 ? ErrorsMode::on_value_changed : static_cast<ErrorsMode>(mode);
}

void read_calculated(Loader& loader, const Value* list) {
    if (!list) return;
    const Value::Array& items = *list->as_array();
    for (std::size_t at = 0; at < items.size(); ++at) {
        const std::string place = pointer_to("/calculatedValues", at);
        const Value::Object* object = items[at].as_object();
        if (!object) {
            loader.report(Code::wrong_type, place, "calculatedValues", "{\"name\": …, \"expression\": …}");
            continue;
        }
        const Fields fields(*object, owner_bit(Owner::calculated), place, loader);
        CalculatedValue calculated;
        fields.read(Property::name, calculated.name);
        if (calculated.name.empty()) {
            loader.report(Code::missing_name, place);
            continue;
        }
        fields.read(Property::expression, calculated.expression);
        calculated.include_into_result = fields.flag(Property::include_into_result, false);
        loader.definition.calculated.push_back(std::move(calculated));
    }
}

// Pages, or questions at the root, which are then the only page.
void read_pages(const Fields& fields) {
    Loader& loader = fields.loader();
    if (const Value* pages = fields[Property::pages]) {
        const Value::Array* items = pages->as_array();
        const std::size_t count = items ? items->size() : 1;
        for (std::size_t at = 0; at < count; ++at) {
            const std::string place = items ? pointer_to("/pages", at) : "/pages";
            if (loader.definition.elements.size() >= loader.limits.elements) {
                return loader.report_limit(Code::too_large, place, "elements", loader.limits.elements);
            }
            if (const Value::Object* page = (items ? (*items)[at] : *pages).as_object()) {
                read_page(loader, *page, place);
            } else {
                loader.report(Code::wrong_type, place, "pages", "{\"elements\": […]}");
            }
        }
    }
    if (const Value* list = fields[Property::elements]) {
        const ElementIndex page = read_page(loader, {}, "");
        read_elements(loader, *list, fields.place(Property::elements), page, 1);
    }
}

void read_own(Loader& loader, const Value* value) {
    if (!value) return;
    const Fields fields(*value->as_object(), owner_bit(Owner::canvass), "/canvass", loader);
    fields.read(Property::id, loader.definition.id);
}

}  // namespace

Result<LoadedDefinition> load_definition(const Value& json, const DefinitionLimits& limits) {
    return read_definition(json, limits, nullptr);
}

std::vector<Choice> choices_from_json(const Value& list, std::vector<ChoiceRule>& rules, Diagnostics& diagnostics) {
    const DefinitionLimits limits;
    Definition none;
    Loader loader{limits, none, diagnostics, nullptr};
    if (list.is_array()) return read_choices(loader, &list, "/choices", rules);
    loader.report(Code::wrong_type, "/choices", "choices", "[…]");
    return {};
}

Result<LoadedDefinition> read_definition(const Value& json, const DefinitionLimits& limits, Inspect inspect) {
    LoadedDefinition loaded;
    Loader loader{limits, loaded.definition, loaded.diagnostics, inspect};
    const Value::Object* object = json.as_object();
    if (!object) {
        loader.report(Code::wrong_type, "", "", "{\"pages\": […]}");
        return failure(std::move(loaded.diagnostics));
    }
    Definition& definition = loaded.definition;
    const Fields fields(*object, owner_bit(Owner::survey), "", loader);
    if (fields[Property::locale] && !fields.text(Property::locale).empty()) {
        fields.read(Property::locale, definition.locale);
    }
    definition.locales.push_back(definition.locale);
    definition.clear_invisible = clear_mode(fields, Property::clear_invisible, ClearInvisible::on_complete);
    if (fields[Property::clear_invisible] && !fields[Property::clear_invisible]->as_bool(true)) definition.clear_invisible = ClearInvisible::never;
    definition.numbering = read_numbering(fields);
    if (definition.numbering.numbers == QuestionNumbers::as_around) definition.numbering.numbers = QuestionNumbers::off;
    definition.errors_mode = errors_mode(fields);
    definition.read_only = fields.flag(Property::read_only, fields.is(Property::mode, "display"));
    definition.store_others = fields.flag(Property::store_others, true);
    definition.max_text_length = fields.count(Property::max_text_length, 0);
    definition.max_comment_length = fields.count(Property::max_comment_length, 0);
    fields.read(Property::required_mark, definition.required_mark);
    fields.read(Property::title, definition.title);
    fields.read(Property::description, definition.description);
    read_course(fields);
    read_own(loader, fields[Property::canvass]);
    read_pages(fields);
    definition.course.start_page = definition.course.start_page && definition.pages.size() > 1;
    read_calculated(loader, fields[Property::calculated_values]);
    read_triggers(fields);
    // Not shrink_to_fit(): without exceptions libstdc++ leaves all as it is.
    definition.elements = std::vector<Element>(std::make_move_iterator(definition.elements.begin()),
                                               std::make_move_iterator(definition.elements.end()));
    connect(loader);
    order_and_find_cycles(loader);
    definition.content_hash = ContentHash(json);
    return loaded;
}

}  // namespace canvass::core
