// The view of a session, kept up to date: only what is stale is made anew.
#include <algorithm>

#include "core/base/number.h"
#include "core/expression/coerce.h"
#include "core/session/formats.h"
#include "core/session/masks.h"
#include "core/session/plain_text.h"
#include "core/session/state.h"

namespace canvass::core {
namespace {

// Of a picture: as where a page may lead, or the picture itself.
std::string safe_image(std::string address) {
    if (!is_safe_address(address) && address.compare(0, 11, "data:image/") != 0) address.clear();
    return address;
}

}  // namespace

void Session::State::refresh_view() {
    if (!any_view_stale && !survey_stale) return;
    ++revision;
    if (structure_stale) list_elements();
    for (const ElementIndex index : stale) {
        ElementState& shown = of(index);
        shown.view_stale = false;
        if (shown.view_at < 0) continue;
        ElementView& element_view = view.elements[static_cast<std::size_t>(shown.view_at)];
        fill_element(element_view);
        element_view.revision = revision;
    }
    stale.clear();
    if (survey_stale || structure_stale) fill_survey();
    view.revision = revision;
    structure_stale = survey_stale = any_view_stale = false;
}

// The elements of the page in their order; what was shown before keeps its view.
void Session::State::list_elements() {
    number_elements();
    std::vector<ElementView> old;
    old.swap(view.elements);
    if (starting) list_page(definition->pages.front(), old);
    else if (previewing) for (const ElementIndex at : shown_pages()) list_element(at, 0, old);
    else if (state == SessionState::running && step != no_element) list_element(step, 0, old);
    else if (state == SessionState::running) {
        for (const ElementIndex at : shown_pages()) {
            if (at == page || shows_survey()) list_page(at, old);
        }
    }
    for (const ElementView& left : old) {
        if (left.element != no_element) of(left.element).view_at = -1;
    }
    for (std::size_t at = 0; at < view.elements.size(); ++at) {
        of(view.elements[at].element).view_at = static_cast<std::int32_t>(at);
    }
}

void Session::State::list_page(ElementIndex at, std::vector<ElementView>& old) {
    for (const ElementIndex child : children_of(at)) list_element(child, 0, old);
}

// What a preview of what is answered leaves out.
bool Session::State::is_left_out(ElementIndex index) const {
    if (!previewing || !definition->course.preview || !definition->course.answered_only) return false;
    const auto has_answer = [&](ElementIndex at) { return has_answer_inside(at); };
    const std::vector<ElementIndex> pages = shown_pages();
    if (std::none_of(pages.begin(), pages.end(), has_answer)) return false;
    return is_container(element(index).kind) ? !has_answer_inside(index) : is_unanswered(index);
}

void Session::State::list_element(ElementIndex index, int depth, std::vector<ElementView>& old) {
    ElementState& listed = of(index);
    if (!listed.present || is_left_out(index)) return;
    if (element(index).kind == Kind::row && !is_row_shown(index)) {
        for (const ElementIndex child : children_of(index)) list_element(child, depth, old);
        return;
    }
    if (listed.view_at >= 0) {
        view.elements.push_back(std::move(old[static_cast<std::size_t>(listed.view_at)]));
        old[static_cast<std::size_t>(listed.view_at)].element = no_element;
    } else {
        view.elements.emplace_back();
        view.elements.back().element = index;
        view.elements.back().source = listed.source;
        make_stale(index);
    }
    ElementView& shown = view.elements.back();
    std::string text = number_text_of(index);
    if (shown.number != text) {
        shown.number = std::move(text);
        make_stale(index);
    }
    shown.depth = depth;
    for (const ElementIndex child : children_of(index)) list_element(child, depth + 1, old);
    if (listed_total(index) != no_element) list_element(listed_total(index), depth + 1, old);
}

// A row with one answer, and the only row of a multiple text, are not worth a frame of their own.
bool Session::State::is_row_shown(ElementIndex root) const {
    const RowSettings::Shape shape = row_settings(block_of(root).owner).shape;
    return shape == RowSettings::Shape::list || shape == RowSettings::Shape::keyed;
}

ElementIndex Session::State::listed_total(ElementIndex index) const {
    return of(index).rows < 0 ? no_element : rows_of(index).total;
}

void Session::State::fill_row(ElementView& shown) {
    const Block& block = block_of(shown.element);
    const RowSettings& settings = row_settings(block.owner);
    if (block.row == total_row) {
        if (shown.title.empty()) shown.title = std::string(word(Text::total));
        return;
    }
    std::string name;
    if (settings.one_at_a_time) name = piped(settings.tab_title, shown.element);
    if (settings.one_at_a_time && name.empty()) name = piped(settings.tab_title_else, shown.element);
    if (name.empty()) name = fill(word(Text::row_number), number_text(block.row + 1));
    if (shown.title.empty()) shown.title = name;
    if (settings.one_at_a_time) shown.shown = std::move(name);
    const bool removable = can_remove_row(block.owner);
    shown.remove_text = removable ? own_or(settings.remove_text, Text::remove_row, block.owner) : std::string();
    shown.confirm_text = removable && settings.confirms ? own_or(settings.confirm_text, Text::confirm_remove, shown.element) : std::string();
}

void Session::State::fill_rows(ElementView& shown) {
    const RowSettings& settings = row_settings(shown.element);
    shown.add_text = can_add_row(shown.element) ? own_or(settings.add_text, Text::add_row, shown.element) : std::string();
    const bool none = settings.shape == RowSettings::Shape::list && rows_of(shown.element).roots.empty();
    shown.placeholder = none ? own_or(settings.no_rows_text, Text::no_rows, shown.element) : std::string();
}

void Session::State::fill_element(ElementView& shown) {
    const ElementIndex index = shown.element;
    const Element& described = element(index);
    shown.kind = described.kind;
    shown.name = path_of(index);
    shown.title = title_of(index);
    shown.description = piped(described.description, index);
    shown.required = of(index).required;
    shown.read_only = is_read_only(index);
    shown.errors.clear();
    shown.warnings.clear();
    for (const Fault& fault : errors[static_cast<std::size_t>(index)]) {
        (fault.stops() ? shown.errors : shown.warnings).push_back(fault.text);
    }
    std::string markup;
    if (described.kind == Kind::html) {
        shown.title.clear();
        markup = piped_markup(described.description, index);
        shown.description = plain_text(markup);
        if (!is_rich(markup)) markup.clear();
    }
    if (described.kind == Kind::row) fill_row(shown);
    if (is_container(described.kind)) return;
    shown.value = answer_to(index);
    const auto* text_field = std::get_if<TextSettings>(&described.settings);
    const bool typed = text_field && text_field->mask() && is_as_typed(*text_field->mask(), shown.value, locale);
    shown.shown = typed ? std::string() : shown_text(index, shown.value);
    if (described.kind == Kind::expression && shown.shown.empty()) shown.shown = display_text(index, shown.value);
    if (described.kind == Kind::html) shown.shown = std::move(markup);
    if (const auto* image = std::get_if<ImageSettings>(&described.settings)) {
        shown.shown = safe_image(piped(image->link, index));
        shown.title = piped(image->alt.empty() ? described.title : image->alt, index);
    }
    const bool other = is_other_selected(index);
    shown.comment = other && !described.comment_area ? other_text(index) : std::string(comment_to(index));
    shown.comment_shown = described.comment_area || other;
    shown.comment_title =
        described.comment_area ? own_or(described.comment_text, Text::comment_label, index) : std::string();
    shown.poll = static_cast<bool>(described.poll);
    if (of(index).rows >= 0) fill_rows(shown);
    fill_choices(shown);
    if (const auto* rating = std::get_if<RatingSettings>(&described.settings)) {
        shown.min_text = piped(rating->min_description, index);
        shown.max_text = piped(rating->max_description, index);
    } else if (described.kind == Kind::slider) {
        const SliderSettings slider = slider_at(index);
        shown.min = slider.min;
        shown.max = slider.max;
    } else if (const auto* text = std::get_if<TextSettings>(&described.settings)) {
        shown.placeholder = piped(text->placeholder, index);
    } else if (const ChoiceSettings* choices = choice_settings(index)) {
        const auto use = other ? ChoiceWords::Use::other_placeholder : ChoiceWords::Use::placeholder;
        shown.placeholder = piped(choices->text(use), index);
    }
}

ChoiceView& Session::State::add_choice(ElementView& shown, const Value& value, std::string text, bool enabled) {
    ChoiceView choice;
    choice.value = value;
    choice.text = std::move(text);
    choice.selected = is_selected(shown.element, value);
    choice.enabled = enabled && !shown.read_only;
    shown.choices.push_back(std::move(choice));
    return shown.choices.back();
}

// Stands first; chosen when all the others are that do not stand alone.
void Session::State::add_select_all(ElementView& shown, const ChoiceSettings& settings) {
    ChoiceView all;
    all.text = own_or(settings.text(ChoiceWords::Use::select_all), Text::select_all, shown.element);
    all.role = ChoiceView::Role::select_all;
    int count_of_all = 0, selected = 0;
    bool alone = false;
    for (const ChoiceView& choice : shown.choices) {
        if (choice.role == ChoiceView::Role::exclusive) alone |= choice.selected;
        if (choice.role != ChoiceView::Role::plain || !(choice.enabled || shown.read_only)) continue;
        ++count_of_all;
        selected += choice.selected;
    }
    all.selected = count_of_all > 0 && selected == count_of_all && !alone;
    const bool too_many = settings.max_selected > 0 && settings.max_selected < count_of_all;
    all.enabled = count_of_all > 0 && !too_many && !shown.read_only;
    shown.choices.insert(shown.choices.begin(), std::move(all));
}

void Session::State::fill_choices(ElementView& shown) {
    const ElementIndex index = shown.element;
    shown.choices.clear();
    if (const auto* boolean = std::get_if<BooleanSettings>(&element(index).settings)) {
        add_choice(shown, boolean->value_false, own_or(boolean->label_false, Text::no, index), true);
        add_choice(shown, boolean->value_true, own_or(boolean->label_true, Text::yes, index), true);
        return;
    }
    const std::span<const Choice> choices = choices_of(index);
    const ChoiceSettings* settings = choice_settings(index);
    const bool full = settings && settings->multiple && settings->max_selected > 0 &&
                      shown.value.size() >= static_cast<std::size_t>(settings->max_selected);
    const auto fill_up = [&](ChoiceView& choice) { choice.enabled &= !full || choice.selected; };
    for (const std::uint32_t at : choices_in_order(index)) {
        const Choice& choice = choices[at];
        ChoiceView& added =
            add_choice(shown, choice.value, text_of_choice(choice, index), choice_state(index, at).enabled);
        if (choice.rule >= 0) added.image = safe_image(piped(rules_of(index)[static_cast<std::size_t>(choice.rule)].image, index));
        if (choice.exclusive) added.role = ChoiceView::Role::exclusive;
        if (choice.comment_area && added.selected) {
            added.comment_shown = true;
            added.comment_required = choice.comment_required;
            added.comment = comment_of_choice(index, choice.value);
        }
        fill_up(added);
    }
    if (!settings) return;
    for (const SpecialChoice& special : special_choices) {
        if (!settings->has(special.special)) continue;
        std::string text = own_or(settings->text(special.words), special.fallback, index);
        ChoiceView& added = add_choice(shown, Value(special.value), std::move(text), true);
        added.role = special.special == Special::other ? ChoiceView::Role::other : ChoiceView::Role::exclusive;
        if (special.special != Special::other) continue;
        added.selected = is_other_selected(index);
        fill_up(added);
    }
    if (settings->has(Special::select_all)) add_select_all(shown, *settings);
}

void Session::State::fill_survey() {
    const std::vector<ElementIndex> pages = shown_pages();
    view.state = state;
    view.locale = locale;
    const Course& course = definition->course;
    view.title = course.title_shown ? piped(definition->title, no_element) : std::string();
    view.description = course.title_shown ? piped(definition->description, no_element) : std::string();
    view.logo = safe_image(piped(course.logo, no_element));
    view.page = page_number();
    view.page_count = page_count();
    const bool on_page = (view.page >= 0 || starting) && course.page_titles_shown && !previewing;
    const ElementIndex titled = starting ? definition->pages.front() : page;
    view.page_title = on_page ? piped(element(titled).title, titled) : std::string();
    view.page_description = on_page ? piped(element(titled).description, titled) : std::string();
    view.step = step != no_element && !previewing ? element(step).name : std::string();
    fill_buttons();
    fill_progress();
    fill_timer();
    fill_end();
    view.required_mark = definition->required_mark;
}

void Session::State::fill_buttons() {
    const Course& course = definition->course;
    const std::vector<ElementIndex> all = places();
    const bool running = state == SessionState::running && !all.empty();
    const bool first = running && all.front() == here(), last = running && all.back() == here();
    const bool ends = running && std::find(ends_on.begin(), ends_on.end(), page) != ends_on.end();
    const bool edits = !definition->read_only;
    view.last_page = all.empty() || shows_survey() || all.back() == here();
    view.can_start = starting;
    view.can_go_back = running && !first && course.show_back;
    view.can_go_on = running && !last && !ends;
    view.can_preview = course.preview && edits && last;
    view.can_edit = previewing;
    view.can_complete = edits && ((last && !course.preview) || ends || previewing);
    // Back to a page whose time was limited there is no way.
    if (view.can_go_back && step == no_element) {
        const ElementIndex before = *(std::find(all.begin(), all.end(), page) - 1);
        view.can_go_back = page_limit(before) <= 0;
    }
    const ElementIndex at = starting ? definition->pages.front() : page;
    const auto* settings = at == no_element ? nullptr : std::get_if<PageSettings>(&element(at).settings);
    const bool own = settings && !shows_survey() && settings->buttons.has_value();
    view.buttons_shown = own ? *settings->buttons : course.buttons;
    view.start_text = piped(course.start_text, no_element);
    view.preview_text = piped(course.preview_text, no_element);
    view.edit_text = piped(course.edit_text, no_element);
    view.next_text = piped(course.next_text, no_element);
    view.previous_text = piped(course.previous_text, no_element);
    view.complete_text = piped(course.complete_text, no_element);
}

const LocalizedText& Session::State::text_that_holds(const std::vector<ConditionalText>& choices,
                                                     const LocalizedText& otherwise) {
    for (const ConditionalText& text : choices) {
        if (holds(text.expression, no_element)) return text.text;
    }
    return otherwise;
}

void Session::State::fill_end() {
    const Course& course = definition->course;
    view.completion_shown = course.completion_shown;
    if (state != SessionState::completed) return;
    view.completed_markup = piped_markup(text_that_holds(course.completed_html_on, course.completed_html), no_element);
    view.completed_text = plain_text(view.completed_markup);
    if (!is_rich(view.completed_markup)) view.completed_markup.clear();
    view.navigate_to = piped(text_that_holds(course.navigate_to_on, course.navigate_to), no_element);
    if (!is_safe_address(view.navigate_to)) view.navigate_to.clear();
}

}  // namespace canvass::core
