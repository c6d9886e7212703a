// Who reads whom: the names of a definition, and every condition and text under the names that it reads.
#include <algorithm>

#include "core/base/number.h"
#include "core/definition/built_in.h"
#include "core/definition/loader.h"
#include "core/definition/references.h"

namespace canvass::core {
namespace {

constexpr std::string_view comment_suffix = "-Comment";

// Lower ranks win where one name stands for several elements.
int rank_of(Kind kind) noexcept { return kind == Kind::page ? 2 : kind == Kind::panel ? 1 : 0; }

// A total is called like its column, its row like no row.
bool is_of_total(const Definition& definition, std::size_t at) {
    const ElementIndex total = row_settings_of(definition.at(definition.elements[at].owner))->total;
    return total != no_element && static_cast<ElementIndex>(at) >= total;
}

void name_elements(Loader& loader) {
    Definition& definition = loader.definition;
    std::vector<unsigned> ranks_seen;
    Names in_templates;
    for (std::size_t at = 0; at < definition.elements.size(); ++at) {
        const Element& element = definition.elements[at];
        if (element.owner != no_element) {
            const std::size_t known = in_templates.size();
            const std::string place = number_text(element.owner) + "/" + number_text(rank_of(element.kind)) + "/" + element.name;
            in_templates.add(place);
            if (in_templates.size() == known && !element.name.empty() && !is_of_total(definition, at)) {
                loader.report(Code::duplicate_name, pointer_to(element.pointer, "name"), element.name);
                definition.shares_in_rows = true;
            }
            continue;
        }
        const auto index = static_cast<ElementIndex>(at);
        const auto number = static_cast<std::size_t>(definition.names.add(element.name));
        const int rank = rank_of(element.kind);
        if (number == definition.named.size()) {
            definition.named.push_back(index);
            ranks_seen.push_back(0);
        } else if (rank < rank_of(definition.at(definition.named[number]).kind)) {
            definition.named[number] = index;
        }
        if (ranks_seen[number] >> rank & 1u) {
            loader.report(Code::duplicate_name, pointer_to(element.pointer, "name"), element.name);
        }
        ranks_seen[number] |= 1u << rank;
    }
}

void name_answers(Definition& definition) {
    Names& names = definition.reads.names;
    std::vector<std::pair<std::int32_t, ElementIndex>> owners;
    for (std::size_t at = 0; at < definition.elements.size(); ++at) {
        const Element& element = definition.elements[at];
        if (is_container(element.kind)) continue;
        const std::int32_t name = names.add(element.value_name);
        if (element.owner == no_element) owners.emplace_back(name, static_cast<ElementIndex>(at));
        else definition.shares_in_rows |= element.value_name != element.name;
        names.add(element.value_name + std::string(comment_suffix));
        if (has_rows(element.kind)) names.add(element.value_name + "-total");
    }
    for (const CalculatedValue& calculated : definition.calculated) names.add(calculated.name);
    definition.answer_of.assign(names.size(), no_element);
    for (const auto& [name, element] : owners) {
        ElementIndex& owner = definition.answer_of[static_cast<std::size_t>(name)];
        if (owner == no_element) owner = element;
    }
}

// What changes with any answer, so that nobody in particular can tell its readers.
bool counts_answers(std::string_view name) noexcept { return built_in_named(name) >= BuiltIn::quiz_questions; }

void read_text_names(Definition& definition, const LocalizedText& text, Reader reader) {
    for (const auto& [locale, words] : text.entries()) {
        for (const Reference& reference : references_in(words)) {
            definition.reads.add(reference.name, reader);
            if (counts_answers(reference.name)) definition.reads.add_restless(reader);
        }
    }
}

void read_texts(Definition& definition, std::size_t at) {
    const Element& element = definition.elements[at];
    const Reader reader{static_cast<std::int32_t>(at), Duty::texts};
    const auto read = [&](const LocalizedText& text) { read_text_names(definition, text, reader); };
    read(element.title);
    read(element.description);
    read(element.comment_text);
    for (const Choice& choice : choices_of(element)) read(choice.text);
    if (const auto* choices = std::get_if<ChoiceSettings>(&element.settings)) {
        for (const ChoiceWords& words : choices->words) read(words.text);
    } else if (const auto* rating = std::get_if<RatingSettings>(&element.settings)) {
        read(rating->min_description);
        read(rating->max_description);
    } else if (const auto* boolean = std::get_if<BooleanSettings>(&element.settings)) {
        read(boolean->label_true);
        read(boolean->label_false);
    } else if (const auto* text = std::get_if<TextSettings>(&element.settings)) {
        read(text->placeholder);
    } else if (const auto* rows = row_settings_of(element)) {
        read(rows->add_text);
        read(rows->no_rows_text);
    }
    if (const auto* page = std::get_if<PageSettings>(&element.settings)) read(page->navigation_title);
    if (element.owner == no_element || is_of_total(definition, at)) return;
    // The row of a matrix is shown by the question in it.
    const Element& owner = definition.at(element.owner);
    if (element.kind == Kind::row || owner.kind == Kind::matrix) {
        const RowSettings& rows = *row_settings_of(owner);
        for (const Choice& row : rows.rows) read(row.text);
        read(rows.remove_text);
        read(rows.confirm_text);
        read(rows.tab_title);
        read(rows.tab_title_else);
    }
}

// What is said where the answer is wrong.
void read_error_texts(Definition& definition, std::size_t at) {
    const Element& element = definition.elements[at];
    const auto read = [&](const LocalizedText& text) {
        read_text_names(definition, text, {static_cast<std::int32_t>(at), Duty::error_words});
    };
    read(element.required_text);
    for (const Validator& validator : element.validators) read(validator.text);
    if (const auto* choices = std::get_if<ChoiceSettings>(&element.settings)) {
        read(choices->text(ChoiceWords::Use::other_error));
    } else if (const auto* text = std::get_if<TextSettings>(&element.settings); text && text->rules) {
        read(text->rules->min_error);
        read(text->rules->max_error);
        read(text->rules->step_error);
    }
    if (element.owner != no_element) read(row_settings_of(definition.at(element.owner))->unique_text);
}

// The choices come from another question: its answer may pick them, its comment may be one.
void read_carried(Definition& definition, std::size_t at) {
    const auto* settings = std::get_if<ChoiceSettings>(&definition.elements[at].settings);
    const CarryForward* carry = settings ? settings->carry.get() : nullptr;
    if (!carry || carry->source == no_element || carry->circular) return;
    const Element& source = definition.at(carry->source);
    const std::string answer = (source.owner == no_element ? "" : "row.") + source.value_name;
    const Reader reader{static_cast<std::int32_t>(at), Duty::choices};
    definition.reads.add(answer, reader);
    definition.reads.add(answer + std::string(comment_suffix), reader);
}

void read_address(Definition& definition, std::size_t at) {
    const auto* settings = std::get_if<ChoiceSettings>(&definition.elements[at].settings);
    if (!settings || !settings->elsewhere) return;
    definition.elsewhere.push_back(static_cast<ElementIndex>(at));
    for (const Reference& reference : references_in(settings->elsewhere->address)) {
        definition.reads.add(reference.name, {static_cast<std::int32_t>(at), Duty::nothing});
    }
}

bool is_known_to_sessions(std::string_view word) noexcept {
    constexpr std::string_view words[] = {"panel", "self", "parent", "row", "item", "choice", "survey",
                                          "parentpanel", "prevrow", "nextrow",
                                          "prevpanel", "nextpanel", "totalrow", "rowindex", "visiblerowindex", "rowvalue", "rowname",
                                          "rowtitle", "matrix", "panelindex", "visiblepanelindex"};
    return built_in_named(word) != BuiltIn::none ||
           std::any_of(std::begin(words), std::end(words),
                       [word](std::string_view known) { return same_letters(known, word); });
}

// Names that are there before any condition is read have a smaller number than `defined`.
void note_unknown(Loader& loader, const Condition& condition, const Path& path, std::size_t defined) {
    if (path.property || path.steps.empty()) return;
    for (std::size_t last = 0; last <= path.reach(0); ++last) {
        const std::int32_t name = loader.definition.reads.names.find(answer_name(path.key(0, last)));
        if (name >= 0 && static_cast<std::size_t>(name) < defined) return;
    }
    if (is_known_to_sessions(path.steps[0].name)) return;
    loader.report(Code::unknown_reference, std::string(condition.pointer()), path.text, {}, Severity::note);
}

void read_condition_names(Loader& loader, const Condition& condition, Reader reader, std::size_t defined) {
    const Expression* expression = condition.expression();
    if (!expression) return;
    const bool rule = reader.duty == Duty::set_value || reader.duty == Duty::reset_value || reader.duty == Duty::trigger;
    const bool restless = expression->depends_on_time();
    if (rule && (restless || expression->paths().empty())) loader.definition.reads.add_unconditional(reader);
    else if (restless) loader.definition.reads.add_restless(reader);
    for (const Path& path : expression->paths()) {
        note_unknown(loader, condition, path, defined);
        if (counts_answers(path.text)) loader.definition.reads.add_restless(reader);
        loader.definition.reads.add(path, reader);
    }
}

}  // namespace

void connect(Loader& loader) {
    Definition& definition = loader.definition;
    name_elements(loader);
    find_carry_sources(loader);
    name_answers(definition);
    const std::size_t defined = definition.reads.names.size();
    for (std::size_t at = 0; at < definition.elements.size(); ++at) {
        const auto index = static_cast<std::int32_t>(at);
        for_each_condition(definition.elements[at], [&](const Condition& condition, Duty duty) {
            read_condition_names(loader, condition, {index, duty}, defined);
        });
        read_texts(definition, at);
        read_error_texts(definition, at);
        read_address(definition, at);
        read_carried(definition, at);
    }
    for (std::size_t at = 0; at < definition.calculated.size(); ++at) {
        read_condition_names(loader, definition.calculated[at].expression,
                             {static_cast<std::int32_t>(at), Duty::calculated}, defined);
    }
    for (std::size_t at = 0; at < definition.triggers.size(); ++at) {
        const Trigger& trigger = definition.triggers[at];
        const Reader reader{static_cast<std::int32_t>(at), Duty::trigger};
        read_condition_names(loader, trigger.expression, reader, defined);
        read_condition_names(loader, trigger.formula, {0, Duty::nothing}, defined);
        if (trigger.deed == Trigger::Deed::copy_value) definition.reads.add(trigger.from, reader);
    }
    const Reader survey_reader{0, Duty::survey_texts};
    const Course& course = definition.course;
    const LocalizedText* texts[] = {&definition.title,   &definition.description, &course.next_text,
                                    &course.previous_text, &course.complete_text,   &course.start_text,
                                    &course.preview_text,  &course.edit_text,       &course.completed_html, &course.navigate_to,
                                    &course.logo};
    for (const LocalizedText* text : texts) {
        read_text_names(definition, *text, survey_reader);
    }
    for (const auto* list : {&course.completed_html_on, &course.navigate_to_on}) {
        for (const ConditionalText& one : *list) {
            read_condition_names(loader, one.expression, survey_reader, defined);
            read_text_names(definition, one.text, survey_reader);
        }
    }
    definition.reads.seal();
    definition.answer_of.resize(definition.reads.names.size(), no_element);
}

}  // namespace canvass::core
