#include <iterator>

#include "core/base/sentence.h"

namespace canvass::core {
namespace {

constexpr Sentence rows[] = {
    {Code::property_not_acted, "property-not-acted",
     "“{s}” is kept, but has no effect here.",
     "„{s}“ bleibt erhalten, hat hier aber keine Wirkung."},
    {Code::answer_type, "answer-type",
     "The answer to “{s}” is of the wrong kind[; expected: {d}].",
     "Die Antwort auf „{s}“ ist von der falschen Art[; erwartet: {d}]."},
    {Code::not_a_choice, "not-a-choice",
     "The answer to “{s}” is not one of its choices[: “{d}”].",
     "Die Antwort auf „{s}“ steht nicht zur Wahl[: „{d}“]."},
    {Code::answer_hidden, "answer-hidden",
     "“{s}” has an answer, but is not asked after the other answers.",
     "„{s}“ hat eine Antwort, wird nach den anderen Antworten aber nicht gefragt."},
    {Code::response_invalid, "response-invalid",
     "The response[’s “{s}”] is not valid[; expected: {d}].",
     "Die Rückmeldung ist[ bei „{s}“] nicht gültig[; erwartet: {d}]."},
    {Code::wrong_definition, "wrong-definition",
     "This response belongs to another survey, or to another version of it.",
     "Diese Rückmeldung gehört zu einer anderen Umfrage oder zu einem anderen Stand von ihr."},
    {Code::saved_invalid, "saved-invalid",
     "This is not a saved session[; “{s}” is not as it should be].",
     "Das ist kein gespeicherter Stand[; „{s}“ ist nicht, wie es sein muss]."},
    {Code::saved_elsewhere, "saved-elsewhere",
     "These answers were saved in another survey, or in another version of it.",
     "Diese Antworten wurden in einer anderen Umfrage oder in einem anderen Stand von ihr gespeichert."},
    {Code::ballot_invalid, "ballot-invalid",
     "This ballot cannot be counted[: {d}].",
     "Dieser Stimmzettel kann nicht gezählt werden[: {d}]."},
    {Code::poll_method_unfit, "poll-method-unfit",
     "“{s}” cannot count the answers to this question[; what can: {d}].",
     "„{s}“ kann die Antworten auf diese Frage nicht auszählen[; möglich: {d}]."},
    {Code::poll_scale_unfit, "poll-scale-unfit",
     "“{s}” counts answers from {d}; the others that can be given here are left out of it.",
     "„{s}“ zählt Antworten von {d}; die übrigen, die hier gegeben werden können, bleiben außen vor."},
    {Code::unknown_poll_method, "unknown-poll-method",
     "“{s}” is not a known method for counting a poll[; known: {d}].",
     "„{s}“ ist kein bekanntes Auszählverfahren[; bekannt: {d}]."},
    {Code::unknown_setting, "unknown-setting",
     "There is no setting “{s}” here[; perhaps “{d}” is meant].",
     "Eine Einstellung „{s}“ gibt es hier nicht[; vielleicht ist „{d}“ gemeint]."},
    {Code::unknown_fact, "unknown-fact",
     "A condition reads “{s}”, but nothing of that name is known about a member[; perhaps “{d}” is meant].",
     "Eine Bedingung liest „{s}“, aber unter diesem Namen ist über ein Mitglied nichts bekannt[; vielleicht ist „{d}“ gemeint]."},
    {Code::unknown_activity, "unknown-activity",
     "There is no type of activity “{s}” in this model[; perhaps “{d}” is meant].",
     "Eine Art von Aktivität „{s}“ gibt es in diesem Modell nicht[; vielleicht ist „{d}“ gemeint]."},
    {Code::event_refused, "event-refused",
     "This event is not taken[: {d}].",
     "Dieses Ereignis wird nicht angenommen[: {d}]."},
};

constexpr std::size_t first = static_cast<std::size_t>(Code::property_not_acted);

constexpr bool rows_follow_the_codes() {
    for (std::size_t at = 0; at < std::size(rows); ++at) {
        if (static_cast<std::size_t>(rows[at].code) != first + at) return false;
    }
    return rows[std::size(rows) - 1].code == Code::event_refused;
}
static_assert(rows_follow_the_codes());

}  // namespace

const Sentence& sentence_elsewhere(Code code) { return rows[static_cast<std::size_t>(code) - first]; }

}  // namespace canvass::core
