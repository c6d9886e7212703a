// A session put down and taken up again, with all that decides how it goes on. What can be made anew from that
// (views, marks, what is present) is not kept. Whoever gives a session more to remember keeps it here.
//
// Form: {"saved": 1, "definition": hash, "seed", "locale", "state", "page", "step", "blocks": [[template, owner, row, next], …],
// "rows": [[question, total, row, …], …], "answers": [[key, value], …], "keys": [key, …],
// "variables": [[name, value], …], "elements": a digit each, "choices": [[element, an answer put by, …], …],
// "errors": [[element, text, …], …], "jumps": [[from, to], …], "ends": [page, …], "seconds": [all, preview, page, …]}.
// Elements are numbers, those of rows behind the definition's, -1 is none; a point in time is
// [name, milliseconds, true].
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/session/state.h"

namespace canvass::core {
namespace {

constexpr double format = 1;
constexpr std::size_t most_saved_elements = 100'000;
constexpr std::string_view digits = "0123456789abcdef";
constexpr std::string_view states[] = {"running", "completed", "empty", "starting", "preview"};

Value entry(std::string_view name, const Value& value) {
    if (const Date* date = value.as_date()) return Value::array({Value(name), Value(date->ms), Value(true)});
    return Value::array({Value(name), value});
}

// Reads the members of what was saved, and keeps the name of the first that is not as it should be.
class SavedReader {
public:
    explicit SavedReader(const Value& saved) : saved_(saved) {}

    bool fine() const { return wrong_.empty(); }
    const std::string& wrong() const { return wrong_; }
    void refuse(std::string_view member) {
        if (fine()) wrong_ = std::string(member);
    }

    // A whole number from `least` to below `end`.
    std::int64_t whole(std::string_view member, const Value* value, std::int64_t least, std::int64_t end) {
        const double number = value ? value->as_number(std::numeric_limits<double>::quiet_NaN())
                                    : std::numeric_limits<double>::quiet_NaN();
        if (number >= static_cast<double>(least) && number < static_cast<double>(end) && std::trunc(number) == number) {
            return static_cast<std::int64_t>(number);
        }
        refuse(member);
        return least;
    }
    std::int64_t whole(std::string_view member, std::int64_t least, std::int64_t end) {
        return whole(member, saved_.find(member), least, end);
    }
    std::string_view text(std::string_view member) {
        const Value* value = saved_.find(member);
        if (!value || !value->is_string()) refuse(member);
        return value ? value->text() : std::string_view();
    }
    const Value::Array& list(std::string_view member) { return list(member, saved_.find(member)); }
    const Value::Array& list(std::string_view member, const Value* value, std::size_t least = 0) {
        static const Value::Array nothing;
        const Value::Array* items = value ? value->as_array() : nullptr;
        if (items && items->size() >= least) return *items;
        refuse(member);
        return nothing;
    }
    double seconds(std::string_view member, const Value& value) {
        const double number = value.as_number(-1);
        if (number >= 0 && std::isfinite(number)) return number;
        refuse(member);
        return 0;
    }
    // Calls take(name, value) for each entry.
    template <class F>
    void entries(std::string_view member, F&& take) {
        for (const Value& item : list(member)) {
            const Value::Array& parts = list(member, &item, 2);
            if (!fine() || !parts[0].is_string()) return refuse(member);
            const bool is_date = parts.size() > 2 && parts[1].is_number();
            take(parts[0].text(), is_date ? Value(Date{parts[1].as_number()}) : parts[1]);
        }
    }

private:
    const Value& saved_;
    std::string wrong_;
};

}  // namespace

Value Session::State::save() const {
    const auto number = [](std::int64_t index) { return Value(static_cast<double>(index)); };
    Value saved = Value::object({{"saved", Value(format)}, {"definition", Value(definition->content_hash.text())}});
    saved.set("seed", Value(static_cast<double>(options.seed)));
    saved.set("locale", Value(locale));
    saved.set("state", Value(states[static_cast<std::size_t>(state)]));
    saved.set("page", number(page));
    saved.set("step", number(step));
    Value templates = Value::array(), lists = Value::array();
    for (const Block& block : blocks) {
        templates.push(Value::array({number(of(block.root).source), number(block.owner), number(block.row),
                                   number(block.next_free)}));
    }
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const auto owner = std::find_if(elements.begin(), elements.end(), [&](const ElementState& one) {
            return one.rows == static_cast<std::int32_t>(at);
        });
        Value& list = lists.push(Value::array({number(owner - elements.begin()), number(rows[at].total)}));
        for (const ElementIndex root : rows[at].roots) list.push(number(root));
    }
    saved.set("blocks", std::move(templates));
    saved.set("rows", std::move(lists));
    Value answers = Value::array(), other_keys = Value::array(), named = Value::array();
    for (const SlotIndex slot : filled) answers.push(entry(keys.text(slot), value_at(slot)));
    for (auto slot = static_cast<SlotIndex>(own_slots); static_cast<std::size_t>(slot) < slots.size(); ++slot) {
        other_keys.push(Value(keys.text(slot)));
    }
    const Names& names = definition->reads.names;
    for (std::int32_t name = 0; static_cast<std::size_t>(name) < names.size(); ++name) {
        if (const Value* value = variable(name)) named.push(entry(names.text(name), *value));
    }
    saved.set("answers", std::move(answers));
    saved.set("keys", std::move(other_keys));
    saved.set("variables", std::move(named));
    std::string flags;
    Value choices = Value::array(), wrong = Value::array();
    for (ElementIndex at = 0; at < count(); ++at) {
        const ElementState& one = of(at);
        flags += digits[(one.visible ? 1u : 0u) | (one.enabled ? 2u : 0u) | (one.required ? 4u : 0u) | (one.touched ? 8u : 0u)];
        const auto& chosen_from = choosing[static_cast<std::size_t>(at)];
        if (chosen_from && !chosen_from->put_by.empty()) {
            Value& put_by = choices.push(Value::array({number(at)}));
            for (const Value& value : chosen_from->put_by) put_by.push(value);
        }
        const auto& shown = errors[static_cast<std::size_t>(at)];
        if (shown.empty()) continue;
        Value& texts_of_one = wrong.push(Value::array({number(at)}));
        for (const Fault& fault : shown) {
            texts_of_one.push(Value(fault.text));
            texts_of_one.push(number(static_cast<ElementIndex>(fault.notice)));
        }
    }
    saved.set("elements", Value(std::move(flags)));
    saved.set("choices", std::move(choices));
    saved.set("errors", std::move(wrong));
    Value made = Value::array(), ends = Value::array();
    for (const Jump& jump : jumps) made.push(Value::array({number(jump.from), number(jump.to)}));
    for (const ElementIndex at : ends_on) ends.push(number(at));
    Value spent = Value::array({Value(seconds), Value(preview_seconds)});
    for (const double on_page : page_seconds) spent.push(Value(on_page));
    saved.set("jumps", std::move(made));
    saved.set("ends", std::move(ends));
    saved.set("seconds", std::move(spent));
    return saved;
}

// Rows as they lay, free places included; false: no session has such rows.
bool Session::State::take_up_rows(const Value* templates, const Value* lists) {
    const Value::Array* made = templates ? templates->as_array() : nullptr;
    const Value::Array* listed = lists ? lists->as_array() : nullptr;
    if (!made || !listed) return false;
    const auto part = [](const Value& value, std::size_t at) {
        const Value::Array* parts = value.as_array();
        const double number = parts && at < parts->size() ? (*parts)[at].as_number(-2) : -2;
        return number >= -1 && number < 1e6 && std::trunc(number) == number ? static_cast<ElementIndex>(number) : -2;
    };
    const auto own = static_cast<ElementIndex>(definition->elements.size());
    elements.resize(static_cast<std::size_t>(own));
    for (ElementState& one : elements) one.rows = -1;
    blocks.clear();
    rows.clear();
    // init_elements() forgets where the answers lie and who shares them.
    const std::vector<ElementState> before = elements;
    init_elements(0, 0, own, -1);
    for (ElementIndex at = 0; at < own; ++at) {
        const ElementState& place = before[static_cast<std::size_t>(at)];
        of(at).answer = place.answer;
        of(at).comment = place.comment;
        of(at).next_sharing = place.next_sharing;
    }
    for (const Value& one : *made) {
        const ElementIndex source = part(one, 0), owner = part(one, 1), row = part(one, 2);
        if (source < 0 || source >= own || element(source).kind != Kind::row || owner < no_element || row < total_row) return false;
        ElementIndex end = source;
        while (!element(end).children.empty()) end = element(end).children.back();
        const ElementIndex size = end + 1 - source, root = count();
        if (elements.size() + static_cast<std::size_t>(size) > most_saved_elements) return false;
        blocks.push_back({root, no_element, row, part(one, 3)});
        elements.resize(elements.size() + static_cast<std::size_t>(size));
        init_elements(root, source, size, static_cast<std::int32_t>(blocks.size()) - 1);
    }
    free_blocks.clear();
    std::vector<char> follows(blocks.size(), false);
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        Block& block = blocks[at];
        const ElementIndex owner = part((*made)[at], 1);
        if (owner >= count()) return false;
        if (owner == no_element) {
            const auto next = static_cast<std::size_t>(block.next_free);
            if (block.next_free < -1 || (block.next_free >= 0 && (next >= blocks.size() || follows[next]))) return false;
            if (block.next_free >= 0) follows[next] = true;
            continue;
        }
        block.next_free = -1;
        const auto* settings = row_settings_of(element(owner));
        const ElementIndex source = of(block.root).source;
        if (!settings || (source != settings->row && source != settings->total)) return false;
        block.owner = of(block.root).parent = owner;
    }
    std::size_t unreached = 0;
    for (const Block& block : blocks) unreached += block.owner == no_element ? 1 : 0;
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        if (blocks[at].owner != no_element || follows[at]) continue;
        if (free_blocks.empty()) free_blocks.assign(definition->elements.size(), -1);
        const ElementIndex source = of(blocks[at].root).source;
        std::int32_t& first = free_blocks[static_cast<std::size_t>(source)];
        if (first >= 0) return false;
        first = static_cast<std::int32_t>(at);
        for (std::int32_t next = first; next >= 0; next = blocks[static_cast<std::size_t>(next)].next_free) {
            const Block& block = blocks[static_cast<std::size_t>(next)];
            if (block.owner != no_element || of(block.root).source != source) return false;
            --unreached;
        }
    }
    if (unreached > 0) return false;  // in a circle
    for (const Value& one : *listed) {
        const ElementIndex question = part(one, 0), total = part(one, 1);
        const auto is_root = [&](ElementIndex root) {
            return root >= own && root < count() && block_of(root).root == root && block_of(root).owner == question;
        };
        if (question < 0 || question >= count() || !has_rows(element(question).kind) || of(question).rows >= 0) return false;
        if (total != no_element && !is_root(total)) return false;
        of(question).rows = static_cast<std::int32_t>(rows.size());
        rows.push_back({{}, total});
        for (std::size_t at = 2; at < one.size(); ++at) {
            const ElementIndex root = part(one, at);
            if (!is_root(root)) return false;
            rows.back().roots.push_back(root);
        }
    }
    choosing.clear();
    choosing.resize(elements.size());
    errors.assign(elements.size(), {});
    return true;
}

// Which choices there are follows from the answers; those carried forward may be carried on.
void Session::State::take_up_choices() {
    constexpr int most_carried_on = 4;
    loading = judging = true;
    for (int round = 0; round < most_carried_on; ++round) {
        for (ElementIndex at = 0; at < count(); ++at) {
            if (!is_live(at) || of(at).rows >= 0) continue;  // whether rows are shown is known
            if (!rules_of(at).empty() || carry_of(choice_settings(at))) evaluate_choices(at);
        }
    }
    loading = judging = false;
    drop_marks();
}

// The member that is not as it should be, or nothing.
std::string Session::State::take_up(const Value& saved) {
    drop_marks();
    stale.clear();
    view = {};
    if (!take_up_rows(saved.find("blocks"), saved.find("rows"))) return "rows";
    SavedReader in(saved);
    const std::int64_t all = count();
    const auto element_in = [&](std::string_view member, const Value& value) {
        return static_cast<ElementIndex>(in.whole(member, &value, no_element, all));
    };
    locale = std::string(in.text("locale"));
    const auto known = std::find(std::begin(states), std::end(states), in.text("state"));
    if (known == std::end(states)) return "state";
    state = static_cast<SessionState>(known - std::begin(states));
    starting = state == SessionState::starting;
    previewing = state == SessionState::preview;
    page = static_cast<ElementIndex>(in.whole("page", no_element, all));
    step = static_cast<ElementIndex>(in.whole("step", no_element, all));
    if (page != no_element && element(page).kind != Kind::page) in.refuse("page");
    // Another page's, where its own went out of sight in a preview.
    if (step != no_element && (!shows_steps() || element(step).kind == Kind::page)) in.refuse("step");

    for (Slot& slot : slots) {
        slot.value = Value();
        slot.present = false;
    }
    filled.clear();
    for (const Value& key : in.list("keys")) {
        if (!key.is_string()) return "keys";
        slot_of(key.text());
    }
    in.entries("answers", [&](std::string_view key, Value value) {
        const SlotIndex index = slot_of(key);
        Slot& slot = slots[static_cast<std::size_t>(index)];
        if (slot.present || value.is_null()) return in.refuse("answers");
        slot.value = std::move(value);
        slot.present = true;
        filled.push_back(index);
    });
    variables.clear();
    variable_at.assign(variable_at.size(), -1);
    in.entries("variables", [&](std::string_view name, Value value) {
        const std::int32_t at = definition->reads.names.find(name);
        if (at < 0) return in.refuse("variables");
        variable_made(at) = std::move(value);
    });

    const std::string_view flags = in.text("elements");
    if (flags.size() != elements.size()) return "elements";
    for (ElementState& one : elements) one.present_children = 0;
    for (ElementIndex at = count(); at-- > 0;) {
        const std::size_t bits = digits.find(flags[static_cast<std::size_t>(at)]);
        if (bits == std::string_view::npos) return "elements";
        ElementState& one = of(at);
        one.visible = bits & 1;
        one.enabled = bits & 2;
        one.required = bits & 4;
        one.touched = bits & 8;
        one.present = one.visible && !one.choiceless && holds_something(at);
        if (one.present && parent_of(at) != no_element) ++of(parent_of(at)).present_children;
    }
    take_up_choices();
    for (const Value& stored : in.list("choices")) {
        const Value::Array& parts = in.list("choices", &stored, 2);
        const ElementIndex at = parts.empty() ? no_element : element_in("choices", parts[0]);
        if (at == no_element || !choice_settings(at)) return "choices";
        auto& now = choosing[static_cast<std::size_t>(at)];
        if (!now) now = std::make_unique<Choosing>();
        now->put_by.assign(parts.begin() + 1, parts.end());
    }
    for (auto& each : errors) each.clear();
    for (const Value& stored : in.list("errors")) {
        const Value::Array& parts = in.list("errors", &stored, 2);
        const ElementIndex at = parts.empty() ? no_element : element_in("errors", parts[0]);
        if (at == no_element) return "errors";
        for (std::size_t text = 1; text + 1 < parts.size(); text += 2) {
            const double notice = parts[text + 1].as_number(-1);
            if (notice != 0 && notice != 1 && notice != 2) return "errors";
            errors[static_cast<std::size_t>(at)].push_back(
                {std::string(parts[text].text()), static_cast<Validator::Notice>(notice)});
        }
    }

    jumps.clear();
    for (const Value& stored : in.list("jumps")) {
        const Value::Array& parts = in.list("jumps", &stored, 2);
        if (!in.fine()) break;
        jumps.push_back({element_in("jumps", parts[0]), element_in("jumps", parts[1])});
    }
    const Value::Array& ends = in.list("ends");
    const Value::Array& spent = in.list("seconds");
    if (ends.size() != ends_on.size()) return "ends";
    if (spent.size() != page_seconds.size() + 2) return "seconds";
    for (std::size_t at = 0; at < ends.size(); ++at) ends_on[at] = element_in("ends", ends[at]);
    seconds = in.seconds("seconds", spent[0]);
    preview_seconds = in.seconds("seconds", spent[1]);
    for (std::size_t at = 2; at < spent.size(); ++at) page_seconds[at - 2] = in.seconds("seconds", spent[at]);
    if (!in.fine()) return in.wrong();

    calculation_marked.assign(calculation_marked.size(), false);
    any_calculation_marked = false;
    for (ElementIndex at = 0; at < count(); ++at) {
        make_stale(at);
        if (of(at).rows >= 0 && is_live(at)) rows_of(at).cleared = is_dropped_now(at) && answer_to(at).is_null();
    }
    structure_stale = survey_stale = true;
    if (state != SessionState::completed) keep_place_shown();
    return {};
}

Value Session::save() const { return state_->save(); }

Result<Session> Session::resume(std::shared_ptr<const Definition> definition, SessionOptions options, const Value& saved) {
    const auto refuse = [](Code code, std::string_view member) {
        Diagnostic diagnostic;
        diagnostic.code = code;
        diagnostic.subject = std::string(member);
        if (!member.empty()) diagnostic.pointer = pointer_to("", member);
        return failure(std::move(diagnostic));
    };
    constexpr double most = 9'007'199'254'740'991;  // whole numbers that JSON can hold
    const Value* kind = saved.find("saved");
    const Value* hash = saved.find("definition");
    const Value* seed = saved.find("seed");
    if (!kind || kind->as_number() != format) return refuse(Code::saved_invalid, "saved");
    if (!hash || hash->text() != definition->content_hash.text()) return refuse(Code::saved_elsewhere, {});
    const double number = seed ? seed->as_number(-1) : -1;
    if (!(number >= 0 && number <= most) || std::trunc(number) != number) return refuse(Code::saved_invalid, "seed");
    options.seed = static_cast<std::uint64_t>(number);
    Session session(std::move(definition), std::move(options));
    const std::string wrong = session.state_->take_up(saved);
    if (!wrong.empty()) return refuse(Code::saved_invalid, wrong);
    return session;
}

}  // namespace canvass::core
