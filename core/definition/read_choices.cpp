// The parts of a question that belong to its kind: choices, rates, the two sides of a boolean, a slider's
// ends.
#include <algorithm>
#include <cmath>

#include "core/base/number.h"
#include "core/definition/loader.h"

namespace canvass::core {
namespace {

constexpr int most_rates = 20, most_smileys = 10;

// "1|one" is the value "1" with the text "one".
void split_value(Choice& choice) {
    const std::string_view whole = choice.value.text();
    const std::size_t bar = whole.find('|');
    if (bar == std::string_view::npos) return;
    if (choice.text.empty()) choice.text.add("", std::string(whole.substr(bar + 1)));
    choice.value = Value(std::string(whole.substr(0, bar)));
}

// Returns the rule's number, or -1 when there is nothing to it.
std::int32_t add_rule(ChoiceRule rule, std::vector<ChoiceRule>& rules) {
    if (!rule.visible_if.given() && !rule.enable_if.given() && rule.shuffled_with.empty() && rule.image.empty()) return -1;
    rules.push_back(std::move(rule));
    return static_cast<std::int32_t>(rules.size()) - 1;
}

bool read_choice(Loader& loader, const Value::Object& object, const std::string& place, Choice& choice,
                 std::vector<ChoiceRule>& rules) {
    const Fields fields(object, owner_bit(Owner::choice), place, loader);
    const Value* value = fields[Property::value];
    if (!value) value = fields[Property::text];
    if (!value) {
        loader.report(Code::missing_property, place, "value");
        return false;
    }
    choice.value = *value;
    fields.read(Property::text, choice.text);
    choice.exclusive = fields.flag(Property::exclusive, false);
    choice.stays_in_place = !fields.flag(Property::randomize, true);
    choice.comment_area = fields.flag(Property::show_comment, false);
    choice.comment_required = fields.flag(Property::comment_required, false);
    ChoiceRule rule;
    fields.read(Property::visible_if, rule.visible_if);
    fields.read(Property::enable_if, rule.enable_if);
    fields.read(Property::image_link, rule.image);
    fields.read(Property::randomize_category, rule.shuffled_with);
    choice.rule = add_rule(std::move(rule), rules);
    return true;
}

// Numbers from choicesMin to choicesMax behind the choices that are listed.
void add_numbers(const Fields& fields, std::size_t most, std::vector<Choice>& choices) {
    if (!fields[Property::choices_max]) return;
    const double first = fields.number(Property::choices_min, 0),
                 last = fields.number(Property::choices_max, 0);
    const double step = std::max(fields.number(Property::choices_step, 1), 1e-9);
    for (int at = 0; choices.size() < most && first + step * at <= last; ++at) {
        choices.emplace_back();
        choices.back().value = Value(first + step * at);
    }
}

void read_words(const Fields& fields, std::vector<ChoiceWords>& words) {
    struct Place {
        ChoiceWords::Use use;
        Property property;
    };
    using Use = ChoiceWords::Use;
    constexpr Place places[] = {{Use::select_all, Property::select_all_text},
                                {Use::none, Property::none_text},
                                {Use::refuse, Property::refuse_text},
                                {Use::dont_know, Property::dont_know_text},
                                {Use::other, Property::other_text},
                                {Use::other_error, Property::other_error_text},
                                {Use::other_placeholder, Property::other_placeholder},
                                {Use::placeholder, Property::placeholder}};
    for (const Place& place : places) {
        if (fields[place.property]) words.push_back({place.use, fields.localized(place.property)});
    }
}

void read_carry(const Fields& fields, Box<CarryForward>& carry) {
    constexpr std::string_view modes[] = {"all", "selected", "unselected"};
    CarryForward from;
    fields.read(Property::choices_from, from.name);
    if (from.name.empty()) return;
    from.mode = static_cast<CarryForward::Mode>(fields.choice(Property::choices_from_mode, modes));
    fields.read(Property::choices_from_values, from.value_member);
    fields.read(Property::choices_from_texts, from.text_member);
    carry = std::move(from);
}

void read_elsewhere(const Fields& fields, Box<ChoicesElsewhere>& elsewhere) {
    const Value* how = fields[Property::choices_by_url];
    if (!how) return;
    const std::string place = fields.place(Property::choices_by_url);
    const Fields inside(*how->as_object(), owner_bit(Owner::outcome), place, fields.loader());
    elsewhere = ChoicesElsewhere{inside.text(Property::url), *how};
}

std::uint8_t specials_of(const Fields& fields, Kind kind) noexcept {
    if (kind == Kind::imagepicker || kind == Kind::buttongroup) return 0;
    constexpr Property shown[] = {Property::show_select_all, Property::show_none, Property::show_refuse,
                                  Property::show_dont_know, Property::show_other};
    unsigned specials = 0;
    for (unsigned at = 0; at < std::size(shown); ++at) {
        if (fields.flag(shown[at], false)) specials |= 1u << at;
    }
    return static_cast<std::uint8_t>(specials);
}

}  // namespace

std::vector<Choice> read_choices(Loader& loader, const Value* list, const std::string& pointer,
                                 std::vector<ChoiceRule>& rules) {
    std::vector<Choice> choices;
    if (!list) return choices;
    const Value::Array alone = list->is_object() ? Value::Array{*list} : Value::Array();
    const Value::Array& items = list->is_object() ? alone : *list->as_array();
    if (items.size() > loader.limits.choices) {
        loader.report_limit(Code::too_large, pointer, "choices", loader.limits.choices);
    }
    const std::size_t count = std::min(items.size(), loader.limits.choices);
    choices.reserve(count);
    for (std::size_t at = 0; at < count; ++at) {
        Choice choice;
        if (const Value::Object* object = items[at].as_object()) {
            if (!read_choice(loader, *object, pointer_to(pointer, at), choice, rules)) continue;
        } else if (items[at].is_null() || items[at].is_array()) {
            loader.report(Code::wrong_type, pointer_to(pointer, at), "choices",
                          "text | number | {\"value\": …}");
            continue;
        } else {
            choice.value = items[at];
        }
        split_value(choice);
        choices.push_back(std::move(choice));
    }
    return choices;
}

ChoiceSettings read_choice_settings(const Fields& fields, Kind kind) {
    constexpr std::string_view orders[] = {"none", "asc", "desc", "random"};
    ChoiceSettings settings;
    const bool several = kind == Kind::checkbox || kind == Kind::tagbox || kind == Kind::ranking;
    settings.multiple = several || fields.flag(Property::multi_select, false);
    read_elsewhere(fields, settings.elsewhere);
    settings.open = fields.flag(Property::custom_choices, false) || settings.elsewhere ||
                    fields.flag(Property::lazy_choices, false);
    settings.choices = read_choices(fields.loader(), fields[Property::choices],
                                    fields.place(Property::choices), settings.rules);
    add_numbers(fields, fields.loader().limits.choices, settings.choices);
    ChoiceRule common;
    fields.read(Property::choices_visible_if, common.visible_if);
    fields.read(Property::choices_enable_if, common.enable_if);
    settings.common_rule = add_rule(std::move(common), settings.rules);
    read_carry(fields, settings.carry);
    read_words(fields, settings.words);
    settings.specials = specials_of(fields, kind);
    settings.order = static_cast<ChoiceSettings::Order>(fields.choice(Property::choices_order, orders));
    settings.hidden_if_empty = fields.flag(Property::hide_if_choices_empty, false);
    settings.ranks_all = kind == Kind::ranking && !fields.flag(Property::select_to_rank, false);
    settings.min_selected = fields.count(Property::min_selected, 0);
    settings.max_selected = fields.count(Property::max_selected, 0);
    bool commented = false;
    for (Choice& choice : settings.choices) {
        if (kind == Kind::tagbox) choice.comment_area = false;
        commented |= choice.comment_area && choice.value.text() != "other";
    }
    if (several) fields.read(Property::value_property, settings.value_member);
    if (kind == Kind::checkbox && commented && settings.value_member.empty()) settings.value_member = "value";
    const bool stored = fields.flag(Property::store_others, fields.loader().definition.store_others) ||
                        settings.elsewhere || commented;
    settings.other_in_answer =
        fields.flag(Property::show_comment, false) || !settings.value_member.empty() || !stored;
    return settings;
}

RatingSettings read_rating_settings(const Fields& fields) {
    RatingSettings settings;
    fields.read(Property::min_rate_description, settings.min_description);
    fields.read(Property::max_rate_description, settings.max_description);
    constexpr std::string_view styles[] = {"labels", "stars", "smileys"};
    settings.style = static_cast<RatingSettings::Style>(fields.choice(Property::rate_display, styles));
    if (!fields.flag(Property::auto_generate, false)) {
        settings.rates = read_choices(fields.loader(), fields[Property::rate_values],
                                      fields.place(Property::rate_values), settings.rules);
        for (Choice& rate : settings.rates) rate.comment_area = false;  // there is no place for one
    }
    const bool smileys = settings.style == RatingSettings::Style::smileys;
    if (!settings.rates.empty()) {
        if (smileys && settings.rates.size() > most_smileys) settings.rates.resize(most_smileys);
        return settings;
    }
    double step = fields.number(Property::rate_step, 1);
    if (!(step > 0)) step = 1;
    const double span = step * (fields.number(Property::rate_count, 5) - 1);
    double first = fields.number(Property::rate_min, 1), last = fields.number(Property::rate_max, 5);
    if (fields[Property::rate_count] && fields[Property::rate_min] && !fields[Property::rate_max])
        last = first + span;
    if (fields[Property::rate_count] && fields[Property::rate_max] && !fields[Property::rate_min])
        first = last - span;
    if (first > last) first = last;
    double scale = 1;  // of the step's decimals
    while (scale < 1e9 && std::round(step * scale) != step * scale) scale *= 10;
    const int most = smileys ? most_smileys : most_rates;
    for (int at = 0; at < most && first + step * at <= last + step * 1e-6; ++at) {
        const double value = first + step * at;
        settings.rates.emplace_back();
        settings.rates.back().value = Value(at == 0 ? value : std::round(value * scale) / scale);
    }
    return settings;
}

BooleanSettings read_boolean_settings(const Fields& fields) {
    BooleanSettings settings;
    constexpr std::string_view styles[] = {"segmented", "radio", "checkbox", "switch"};
    settings.style = static_cast<BooleanSettings::Style>(fields.choice(Property::display_mode, styles));
    fields.read(Property::label_true, settings.label_true);
    fields.read(Property::label_false, settings.label_false);
    if (const Value* value = fields[Property::value_true]) settings.value_true = *value;
    if (const Value* value = fields[Property::value_false]) settings.value_false = *value;
    return settings;
}

SliderSettings read_slider_settings(const Fields& fields) {
    SliderSettings settings;
    settings.range = fields.is(Property::slider_type, "range");
    settings.min = fields.number(Property::min, 0);
    settings.max = fields.number(Property::max, 100);
    settings.step = fields.number(Property::step, 1);
    if (!(settings.step > 0)) settings.step = 1;
    if (!(settings.max > settings.min)) settings.max = settings.min + settings.step;
    const double least = std::ceil(fields.number(Property::min_range, 0) / settings.step) * settings.step;
    const double most = std::floor(fields.number(Property::max_range, 0) / settings.step) * settings.step;
    settings.least = std::max(least, 0.0);
    settings.most = most > 0 ? std::max(most, settings.least) : 0;
    return settings;
}

}  // namespace canvass::core
