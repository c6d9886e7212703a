// A finished set of answers, immutable; what is sent, stored and tallied. `id` is the idempotency key from end to
// end: any UUID, in lower case; ours are of version 7.
// JSON form: {"id", "definition", "definitionHash", "answers", "locale", "startedAt", "completedAt", "hidden"?,
// "member"?}, times as ISO 8601.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>

#include "core/base/result.h"
#include "core/base/value.h"
#include "core/definition/definition.h"
#include "core/session/session.h"

namespace canvass::core {

struct Response {
    std::string id;
    std::string definition_id;
    std::string definition_hash;
    Value answers = Value::object();
    std::string locale;
    Date started, completed;
    Value hidden;        // plain values by name that the host page added; null when nothing
    std::string member;  // opaque token from the host page; empty when none
};

// RFC 9562: 48 bits of milliseconds, then the caller's random bytes.
std::string uuid_v7(double now_ms, const std::array<std::uint8_t, 10>& random);
bool is_uuid(std::string_view text) noexcept;

// What a session holds now.
Response response_of(Session& session, std::string id, Date started, Date now);

Value to_json(const Response& response);
// Every fault of the form is told; a completion after `latest_ms` is one.
Result<Response> response_from_json(const Value& json,
                                    double latest_ms = std::numeric_limits<double>::infinity());

// Would a session of this definition have produced these answers? Replays them; every disagreement is an
// error: unknown question, wrong kind of answer, no such choice, required but missing, invisible but answered.
// What validators say comes from `texts`; nullptr: built-in English.
Diagnostics validate_response(const std::shared_ptr<const Definition>& definition, const Response& response,
                              const Clock& clock, std::shared_ptr<const Texts> texts = nullptr);

}  // namespace canvass::core
