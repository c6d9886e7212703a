// Answers judged without trusting the sender: would a session have produced them?
#include <algorithm>

#include "core/expression/coerce.h"
#include "core/session/files.h"
#include "core/session/response.h"
#include "core/session/state.h"

namespace canvass::core {
namespace {

class Judge {
public:
    Judge(Session::State& session, Diagnostics& diagnostics) : session_(session), diagnostics_(diagnostics) {}

    void answer(ElementIndex question, const Value& value) {
        const Element& asked = session_.element(question);
        const bool strict = !is_set_by_itself(question);
        const auto* choices = std::get_if<ChoiceSettings>(&asked.settings);
        if (is_display(asked.kind)) return report(question, Code::unknown_question);
        if (has_rows(asked.kind)) return rows(question, value);
        if (choices && choices->open) return;
        if (const auto* files = std::get_if<FileSettings>(&asked.settings)) return file(question, *files, value);
        if (const auto* slider = std::get_if<SliderSettings>(&asked.settings)) {
            if (strict) slid(question, *slider, value);
        } else if (choices && choices->multiple) {
            const Value::Array* items = value.as_array();
            if (!items) return report(question, Code::answer_type, "[…]");
            several(question, *items);
        } else if (value.is_array() || (value.is_object() && !is_commented(question, value))) {
            report(question, Code::answer_type, "text | number | true | false");
        } else if (const auto* boolean = std::get_if<BooleanSettings>(&asked.settings)) {
            const bool known = strict ? value == boolean->value_true || value == boolean->value_false
                                      : are_equal(value, boolean->value_true, exact) ||
                                            are_equal(value, boolean->value_false, exact);
            if (!known) report(question, Code::not_a_choice, to_text(value));
        } else if (const std::string_view kind = strict ? kind_of_answer(asked, value) : std::string_view();
                   !kind.empty()) {
            report(question, Code::answer_type, std::string(kind));
        } else if (!is_choice(question, value)) {
            report(question, Code::not_a_choice, to_text(value));
        }
    }

    void file(ElementIndex question, const FileSettings& settings, const Value& value) {
        if (session_.element(question).kind == Kind::signaturepad) {
            const bool drawn = settings.as_text ? is_image_data(value.text()) : value.is_string();
            if (!drawn) report(question, Code::answer_type, "data:image/…");
            return;
        }
        const Value::Array* files = value.as_array();
        const bool fine = files && (settings.multiple || files->size() == 1) &&
                          std::all_of(files->begin(), files->end(),
                                      [&](const Value& each) { return is_file(each, settings.as_text); });
        if (!fine) report(question, Code::answer_type, "[{\"name\": …, \"type\": …, \"content\": \"data:…\"}]");
    }

    // A comment needs a place to be written: an area of its own, or the choice "other".
    void comment(SlotIndex slot, std::string_view key) {
        const Slot& stored = session_.slots[static_cast<std::size_t>(slot)];
        const SlotIndex answer = session_.of(stored.comment_of).answer;
        const Sharing beside = session_.questions_of(answer);
        const bool there = std::any_of(beside.begin(), beside.end(), [&](ElementIndex question) {
            return session_.element(question).comment_area || session_.is_other_selected(question);
        });
        if (!there) report(std::string(key), key, Code::unknown_question);
        else if (!stored.value.is_string()) report(stored.comment_of, Code::answer_type, "text");
    }

    // Columns that have a total, and nothing else.
    void totals(ElementIndex question, const Value& value) {
        const ElementIndex root = session_.rows_of(question).total;
        const std::string pointer = pointer_of(question) + std::string(total_suffix);
        const Value::Object none;
        const Value::Object& members = value.is_object() ? *value.as_object() : none;
        if (!value.is_object()) report_at(pointer, session_.path_of(root), Code::answer_type, "{…}");
        for (const Value::Member& total : members) {
            if (session_.question_in_row(root, total.name) == no_element) {
                report_at(pointer_to(pointer, total.name), total.name, Code::unknown_question);
            } else if (total.value.is_array() || total.value.is_object()) {
                report_at(pointer_to(pointer, total.name), total.name, Code::answer_type, "number");
            }
        }
    }

    void report(ElementIndex question, Code code, std::string detail = {}) {
        report_at(pointer_of(question), session_.path_of(question), code, std::move(detail));
    }

    void report(const std::string& subject, std::string_view key, Code code, std::string detail = {}) {
        report_at(pointer_to("/answers", key), subject, code, std::move(detail));
    }

    void report_at(std::string pointer, const std::string& subject, Code code, std::string detail = {}) {
        Diagnostic diagnostic;
        diagnostic.code = code;
        diagnostic.pointer = std::move(pointer);
        diagnostic.subject = subject;
        diagnostic.detail = std::move(detail);
        diagnostics_.push_back(std::move(diagnostic));
    }

private:
    using Shape = RowSettings::Shape;

    // Where the answer lies, also of a row.
    std::string pointer_of(ElementIndex index) const {
        const Element& described = session_.element(index);
        if (session_.of(index).block < 0) return pointer_to("/answers", described.value_name);
        const Block& block = session_.block_of(index);
        const Shape shape = session_.row_settings(block.owner).shape;
        std::string pointer = pointer_of(block.owner);
        if (shape == Shape::list) pointer = pointer_to(pointer, static_cast<std::size_t>(block.row));
        else if (shape != Shape::single) pointer = pointer_to(pointer, session_.row_key(block));
        const bool own_place = block.root != index && shape != Shape::keyed_answer;
        return own_place ? pointer_to(pointer, described.value_name) : pointer;
    }

    void rows(ElementIndex question, const Value& whole) {
        const RowSettings& settings = session_.row_settings(question);
        const std::vector<ElementIndex>& roots = session_.rows_of(question).roots;
        if (settings.shape == Shape::list ? !whole.is_array() : !whole.is_object()) {
            return report(question, Code::answer_type, settings.shape == Shape::list ? "[{…}]" : "{…}");
        }
        if (settings.shape == Shape::single) return row(roots.front(), whole);
        if (const Value::Array* items = whole.as_array()) {
            if (items->size() > roots.size()) {
                return report(question, Code::answer_type, "≤ " + to_text(Operand::number(settings.max_rows)));
            }
            for (std::size_t at = 0; at < items->size(); ++at) row(roots[at], (*items)[at]);
            return;
        }
        for (const Value::Member& member : *whole.as_object()) {
            const auto found = std::find_if(roots.begin(), roots.end(), [&](ElementIndex root) {
                return session_.row_key(session_.block_of(root)) == member.name;
            });
            if (found == roots.end()) {
                report_at(pointer_to(pointer_of(question), member.name), member.name, Code::unknown_question);
            } else if (settings.shape == Shape::keyed) {
                row(*found, member.value);
            } else {
                cell(*session_.children_of(*found).begin(), member.value);
            }
        }
    }

    // Every member is an answer in this row, a comment beside one, or the totals of a matrix.
    void row(ElementIndex root, const Value& holder) {
        if (!holder.is_object()) return report(root, Code::answer_type, "{…}");
        for (const Value::Member& member : *holder.as_object()) {
            const auto asked = [&](std::string_view suffix) {
                const std::string_view name = member.name;
                if (name.size() <= suffix.size() || name.substr(name.size() - suffix.size()) != suffix) return no_element;
                return session_.question_in_row(root, name.substr(0, name.size() - suffix.size()));
            };
            const ElementIndex question = asked({}), beside = asked(comment_suffix), above = asked(total_suffix);
            if (question != no_element) {
                cell(question, member.value);
            } else if (beside != no_element &&
                       (session_.element(beside).comment_area || session_.is_other_selected(beside))) {
                if (!member.value.is_string()) report(beside, Code::answer_type, "text");
            } else if (above != no_element && session_.of(above).rows >= 0 && session_.rows_of(above).total != no_element) {
                totals(above, member.value);
            } else {
                report_at(pointer_to(pointer_of(root), member.name), member.name, Code::unknown_question);
            }
        }
    }

    void cell(ElementIndex question, const Value& value) {
        if (session_.is_shown(question) || session_.is_closed_cell(question)) answer(question, value);
        else if (!session_.is_kept(question)) report(question, Code::answer_hidden);
    }

    // Defaults, formulas and triggers give values of any kind; so does another question that shares the answer.
    bool is_set_by_itself(ElementIndex question) const {
        const Element& asked = session_.element(question);
        if (session_.of(question).block >= 0) {
            const ElementIndex owner = session_.block_of(question).owner;
            if (!session_.row_settings(owner).default_row.is_null() || is_set_by_itself(owner)) return true;
        }
        const auto& triggers = session_.definition->triggers;
        const bool triggered = std::any_of(triggers.begin(), triggers.end(), [&](const Trigger& trigger) {
            return trigger.to == asked.name || trigger.to == asked.value_name;
        });
        const bool computed = std::any_of(asked.formulas.begin(), asked.formulas.end(), [](const Formula& formula) {
            return formula.use != Formula::Use::lowest && formula.use != Formula::Use::highest;
        });
        return triggered || computed || !asked.default_value.is_null() || session_.shares_answer(question);
    }

    // The kind that a member's answer has and this one has not; nothing when it has.
    std::string_view kind_of_answer(const Element& asked, const Value& value) const {
        if (asked.kind == Kind::comment) return value.is_string() ? "" : "text";
        if (const auto* text = std::get_if<TextSettings>(&asked.settings)) {
            const Mask* mask = text->mask();
            const bool masks_number = mask && (mask->kind == Mask::Kind::numeric || mask->kind == Mask::Kind::currency);
            const bool number = text->input_type == "number" || text->input_type == "range" ||
                                (masks_number && !mask->save_masked);
            if (value.is_string() || (number && value.is_number())) return {};
            return number ? "number" : "text";
        }
        const auto* rating = std::get_if<RatingSettings>(&asked.settings);
        const bool numeric = rating && std::any_of(rating->rates.begin(), rating->rates.end(), [&](const Choice& rate) {
            return rate.value.is_number() && are_equal(rate.value, value, exact);
        });
        return numeric && !value.is_number() ? "number" : "";
    }

    // A choice, or what was written for "other". Where that is a comment, an answer of one may say it as well.
    bool is_choice(ElementIndex question, const Value& value) const {
        if (!session_.is_known_choice(question, value)) return false;
        const ChoiceSettings* settings = session_.choice_settings(question);
        if (!settings || settings->other_in_answer || !session_.is_other(question, value)) return true;
        if (value.text() == "other") return true;
        return !settings->multiple && !is_empty(session_.comment_value_of(question));
    }

    // {"value": …, "comment": text} of a choice that asks for one, or the objects that the question's answers hold;
    // these may hold more where another question shares them.
    bool is_commented(ElementIndex question, const Value& value) const {
        const ChoiceSettings* settings = session_.choice_settings(question);
        if (!settings) return false;
        const Value& plain = bare(*settings, value);
        if (&plain == &value) return false;
        if (!settings->value_member.empty() && is_set_by_itself(question)) return true;
        const Value* comment = value.find("comment");
        const std::int32_t at = session_.choice_of(question, plain);
        if (comment && (at < 0 || !session_.choices_of(question)[static_cast<std::size_t>(at)].comment_area)) {
            return false;
        }
        return value.size() == (comment ? 2u : 1u) && (!comment || comment->is_string());
    }

    void slid(ElementIndex question, const SliderSettings& slider, const Value& value) {
        const Value::Array* ends = value.as_array();
        // An end that moves was elsewhere when this was answered.
        const bool low = session_.element(question).formula(Formula::Use::lowest), high = session_.element(question).formula(Formula::Use::highest);
        const auto is_on_it = [&](const Value& number) {
            const double at = number.as_number();
            return number.is_number() && (low || at >= slider.min) && (high || at <= slider.max);
        };
        const bool fits = slider.range ? ends && std::all_of(ends->begin(), ends->end(), is_on_it) : is_on_it(value);
        if (!fits) report(question, Code::answer_type, slider.range ? "[number, number]" : "number");
    }

    void several(ElementIndex question, const Value::Array& items) {
        const auto& settings = std::get<ChoiceSettings>(session_.element(question).settings);
        for (std::size_t at = 0; at < items.size(); ++at) {
            const auto same = [&](const Value& other) { return are_equal(other, items[at], exact); };
            const bool repeated = std::any_of(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(at), same);
            const bool whole = !items[at].is_object() || is_commented(question, items[at]);
            if (!whole) return report(question, Code::answer_type, "[…]");
            if (repeated || !is_choice(question, items[at])) {
                return report(question, Code::not_a_choice, to_text(bare(settings, items[at])));
            }
        }
        if (settings.ranks_all && items.size() != session_.choices_in_order(question).size()) {
            report(question, Code::answer_type, "[…]");
        }
        if (settings.max_selected > 0 && items.size() > static_cast<std::size_t>(settings.max_selected)) {
            report(question, Code::answer_invalid,
                   fill(session_.word(Text::max_selected), to_text(Operand::number(settings.max_selected))));
        }
    }

    Session::State& session_;
    Diagnostics& diagnostics_;
};

bool is_calculated(const Definition& definition, std::string_view key) {
    return std::any_of(definition.calculated.begin(), definition.calculated.end(),
                       [&](const CalculatedValue& calculated) {
                           return calculated.include_into_result && calculated.name == key;
                       });
}

}  // namespace

Diagnostics validate_response(const std::shared_ptr<const Definition>& definition, const Response& response,
                              const Clock& clock, std::shared_ptr<const Texts> texts) {
    Diagnostics diagnostics;
    SessionOptions options;
    options.clock = clock;
    options.locale = response.locale;
    options.texts = std::move(texts);
    Session::State session(definition, std::move(options));
    Judge judge(session, diagnostics);
    const auto differs = [](const std::string& wanted, const std::string& given) {
        return !wanted.empty() && !given.empty() && wanted != given;
    };
    if (differs(definition->id, response.definition_id) ||
        differs(definition->content_hash.text(), response.definition_hash)) {
        Diagnostic diagnostic;
        diagnostic.code = Code::wrong_definition;
        diagnostics.push_back(std::move(diagnostic));
    }

    const auto known = static_cast<SlotIndex>(session.slots.size());
    for (SlotIndex slot = 0; slot < known; ++slot) session.set_slot(slot, Value());
    const Value::Object empty;
    const Value::Object& answers = response.answers.as_object() ? *response.answers.as_object() : empty;
    for (const Value::Member& answer : answers) {
        const SlotIndex slot = session.slot_at(answer.name);
        if (slot >= 0) session.set_slot(slot, answer.value);
        else if (const ElementIndex above = session.totals_named(answer.name); above != no_element) judge.totals(above, answer.value);
        else if (!is_calculated(*definition, answer.name)) judge.report(answer.name, answer.name, Code::unknown_question);
    }
    session.judging = true;
    session.settle();

    for (SlotIndex at = 0; at < known; ++at) {
        const Slot& slot = session.slots[static_cast<std::size_t>(at)];
        if (!slot.present) continue;
        const Sharing asking = session.questions_of(at);
        if (asking.empty() && slot.comment_of != no_element) {
            judge.comment(at, session.keys.text(at));
            continue;
        }
        const std::string_view key = session.keys.text(at);
        if (asking.empty()) {
            const ElementIndex above = session.totals_named(key);
            if (above != no_element) judge.totals(above, slot.value);
            else judge.report(std::string(key), key, Code::unknown_question);
            continue;
        }
        const auto shown = std::find_if(asking.begin(), asking.end(),
                                        [&](ElementIndex question) { return session.is_shown(question); });
        if (shown != asking.end()) {
            // Rows beyond the most are gone in the session.
            const Value* given = has_rows(session.element(*shown).kind) ? response.answers.find(key) : nullptr;
            judge.answer(*shown, given ? *given : slot.value);
        } else if (session.element(asking.front()).clear_if_invisible != ClearInvisible::never &&
                   !session.is_on_start_page(asking.front())) {
            judge.report(asking.front(), Code::answer_hidden);
        }
    }
    if (!has_errors(diagnostics) && !session.validate_everything()) {
        for (ElementIndex at = 0; at < session.count(); ++at) {
            if (!session.is_live(at)) continue;
            for (const Fault& fault : session.errors[static_cast<std::size_t>(at)]) {
                if (!fault.stops()) continue;
                const bool missing = !is_container(session.element(at).kind) && is_empty(session.answer_to(at));
                judge.report(at, missing ? Code::answer_required : Code::answer_invalid, fault.text);
            }
        }
    }
    return diagnostics;
}

}  // namespace canvass::core
