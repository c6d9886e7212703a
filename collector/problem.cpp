#include "collector/problem.h"

#include <array>

#include "core/base/value.h"
#include "core/json/json.h"

namespace canvass::collector {
namespace {

struct Row {
    Problem problem;
    int status;
    const char* code;
    const char* english;
    const char* german;
};

constexpr std::array rows{
    Row{Problem::bad_request, 400, "bad-request", "This is not a request that the collector understands.",
        "Diese Anfrage versteht der Sammler nicht."},
    Row{Problem::not_found, 404, "not-found", "There is nothing at this address.",
        "Unter dieser Adresse gibt es nichts."},
    Row{Problem::unknown_definition, 404, "unknown-definition", "There is no definition with this id.",
        "Es gibt keine Definition mit dieser Kennung."},
    Row{Problem::unknown_poll, 404, "unknown-poll", "The definition has no poll with this name.",
        "Die Definition hat keine Abstimmung mit diesem Namen."},
    Row{Problem::method_not_allowed, 405, "method-not-allowed", "This address does not answer to this method.",
        "Diese Methode ist hier nicht erlaubt."},
    Row{Problem::body_too_large, 413, "too-large", "The request is larger than the collector accepts.",
        "Die Anfrage ist größer, als der Sammler annimmt."},
    Row{Problem::headers_too_large, 431, "headers-too-large", "The headers of the request are too large.",
        "Die Kopfzeilen der Anfrage sind zu groß."},
    Row{Problem::not_json, 415, "not-json", "A response is sent as application/json.",
        "Antworten werden als application/json gesendet."},
    Row{Problem::no_member, 422, "no-member", "Only a vote that was cast with a member token can be taken back.",
        "Zurücknehmen lässt sich nur eine Stimme, die mit einer Mitgliedskennung abgegeben wurde."},
    Row{Problem::key_needed, 401, "key-needed", "This needs the collector's key, as Authorization: Bearer KEY.",
        "Das erfordert den Schlüssel des Sammlers, als Authorization: Bearer KEY."},
    Row{Problem::unknown_member, 404, "unknown-member", "Nothing is known about this member.",
        "Über dieses Mitglied ist nichts bekannt."},
    Row{Problem::id_taken, 409, "id-taken", "Another response has this id already.",
        "Diese Kennung hat schon eine andere Antwort."},
    Row{Problem::already_voted, 409, "already-voted", "You have voted already, and this vote cannot be changed.",
        "Du hast schon abgestimmt, und diese Stimme lässt sich nicht ändern."},
    Row{Problem::poll_closed, 422, "poll-closed", "This poll is closed.", "Diese Abstimmung ist beendet."},
    Row{Problem::results_hidden, 403, "results-hidden", "The results of this poll are not public.",
        "Das Ergebnis dieser Abstimmung ist nicht öffentlich."},
    Row{Problem::results_after_close, 403, "results-after-close", "The results are shown once the poll is closed.",
        "Das Ergebnis wird gezeigt, sobald die Abstimmung beendet ist."},
    Row{Problem::too_many_streams, 503, "too-many-streams", "Too many listeners; ask for the results instead.",
        "Zu viele Zuhörer; das Ergebnis lässt sich einzeln abfragen."},
    Row{Problem::not_stored, 503, "not-stored", "The response could not be stored; try again later.",
        "Die Antwort konnte nicht gespeichert werden; bitte später noch einmal versuchen."},
    Row{Problem::internal, 500, "internal", "The collector could not answer this request.",
        "Der Sammler konnte diese Anfrage nicht beantworten."},
};
static_assert([] {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].problem != static_cast<Problem>(i)) return false;
    }
    return rows.size() == static_cast<std::size_t>(Problem::internal) + 1;
}());

const Row& row_of(Problem problem) { return rows.at(static_cast<std::size_t>(problem)); }

Reply reply_about(int status, core::Value errors) {
    Reply reply = json_reply(core::write_json(core::Value::object({{"errors", std::move(errors)}})), status);
    if (status == 401) reply.headers.emplace_back("WWW-Authenticate", "Bearer");
    if (status == 503) reply.headers.emplace_back("Retry-After", "5");
    return reply;
}

}  // namespace

Reply refusal(Problem problem, std::string_view pointer, std::string_view locale) {
    const Row& row = row_of(problem);
    auto error = core::Value::object(
        {{"code", row.code}, {"message", locale.starts_with("de") ? row.german : row.english}});
    if (!pointer.empty()) error.set("pointer", pointer);
    return reply_about(row.status, core::Value::array({std::move(error)}));
}

Reply refusal(int status, const core::Diagnostics& diagnostics, std::string_view locale) {
    core::Value errors = core::Value::array();
    for (const core::Diagnostic& diagnostic : diagnostics) {
        if (diagnostic.severity != core::Severity::error) continue;
        auto error = core::Value::object({{"code", core::name_of(diagnostic.code)},
                                          {"pointer", diagnostic.pointer},
                                          {"message", core::describe(diagnostic, locale)}});
        if (diagnostic.position >= 0) error.set("position", diagnostic.position);
        errors.push(std::move(error));
    }
    return reply_about(status, std::move(errors));
}

}  // namespace canvass::collector
