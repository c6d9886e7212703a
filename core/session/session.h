// One member answering one survey: answers, what is visible, errors, the current page. State changes in
// apply() and nowhere else; everything shown comes from view().
//
// Cost: an answer costs what depends on it (conditions, calculated values, piped texts), not the survey.
// Ownership: shares the immutable definition. Not thread safe; sessions are independent of each other.
// Time and chance are arguments: Clock and seed.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/date.h"
#include "core/base/result.h"
#include "core/base/texts.h"
#include "core/definition/definition.h"
#include "core/session/action.h"
#include "core/session/view.h"

namespace canvass::core {

struct SessionOptions {
    std::string locale;  // empty: the definition's
    Clock clock;
    std::uint64_t seed = 1;
    std::shared_ptr<const Texts> texts;  // nullptr: built-in English
};

struct Outcome {
    bool changed = false;     // something that a view shows, or the data
    bool accepted = true;     // false: refused, or stopped by errors on the page
    Diagnostics diagnostics;  // why
};

// What SetChoices calls a question of the definition: "q", or "table.column" of what stands in rows.
std::string choices_name(const Definition& definition, ElementIndex question);

class Session {
public:
    Session(std::shared_ptr<const Definition> definition, SessionOptions options = {});
    ~Session();
    Session(Session&&) noexcept;
    Session& operator=(Session&&) noexcept;

    Outcome apply(const Action& action);
    // False: by the last action, formulas set each other off without an end, and were stopped.
    bool settled() const noexcept;
    // Puts saved answers in place of (or, merging, over) those that are there, without defaults and in one step.
    void restore(const Value& data, bool merge = false);
    // All that decides how the session goes on, as one value that JSON can hold.
    Value save() const;
    // The session that was saved, in its own language and order of questions; it goes on as if nothing had been.
    // Refuses what is no such value or belongs to another definition. `options` gives clock and texts.
    static Result<Session> resume(std::shared_ptr<const Definition> definition, SessionOptions options, const Value& saved);
    void set_clock(const Clock& clock);  // functions of time read it at their next evaluation
    void set_texts(std::shared_ptr<const Texts> texts);  // with a new locale; nullptr: built-in English

    const SurveyView& view();
    const Definition& definition() const noexcept;

    // Answers in result form: {"q1": …, "q1-Comment": …}. Hidden answers are there until completion.
    Value data() const;
    Value calculated() const;                       // {"name": value}
    std::vector<std::string> visible_questions() const;  // of the whole survey
    Value titles() const;                           // {"name": title} of the visible questions
    Value errors() const;                           // {"name": ["…"]} as shown now
    SessionState state() const noexcept;
    int page() const noexcept;  // among the visible pages; -1 when there is none

    // Where the choices of one of Definition::elsewhere lie: http, https or relative, with the answers that it names;
    // empty while one is missing.
    std::string address_of_choices(ElementIndex question) const;

    // {page, state, visible, titles, errors, calculated, data}, and where the definition has them step, progress,
    // timer, quiz, and once completed navigateTo
    Value snapshot() const;

    struct State;  // state.h, for this folder only

private:
    std::unique_ptr<State> state_;
};

}  // namespace canvass::core
