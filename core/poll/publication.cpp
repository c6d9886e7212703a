#include "core/poll/publication.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/base/hash.h"
#include "core/json/json.h"

namespace canvass::core {
namespace {

constexpr std::string_view sealed[] = {"candidates", "seats", "ballots", "rules", "seed", "method"};

std::string seal_of(const Value& published) {
    Value parts = Value::object();
    for (const std::string_view name : sealed) {
        if (const Value* part = published.find(name)) parts.set(name, *part);
    }
    return content_hash(parts);
}

// Each kind of ballot once, with its number, in the order of their text.
Value bundled(const Value::Array& ballots) {
    std::vector<std::pair<std::string, const Value*>> kinds;
    for (const Value& ballot : ballots) kinds.emplace_back(write_json((*ballot.as_array())[1]), &ballot);
    std::sort(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    Value list = Value::array();
    for (std::size_t at = 0; at < kinds.size();) {
        double count = 0;
        const std::size_t first = at;
        for (; at < kinds.size() && kinds[at].first == kinds[first].first; ++at) count += (*kinds[at].second->as_array())[0].as_number();
        if (count > 0) list.push(Value::array({count, (*kinds[first].second->as_array())[1]}));
    }
    return list;
}

Diagnostics missing(std::string_view name) {
    Diagnostic diagnostic;
    diagnostic.code = Code::missing_property;
    diagnostic.subject = name;
    diagnostic.detail = "a text";
    return {std::move(diagnostic)};
}

Result<Value> counted(const Value& json, std::string_view method) {
    const Result<Election> election = election_from_json(json);
    if (!election) return failure(Diagnostics(election.error()));
    const Result<TallyResult> result = tally(*election, method);
    if (!result) return failure(Diagnostics(result.error()));
    return to_json(*result, election->candidates);
}

}  // namespace

Result<Value> publish(const Value& election, std::string_view method) {
    Result<Value> result = counted(election, method);
    if (!result) return result;
    Value published = Value::object();
    for (const std::string_view name : sealed) {
        if (const Value* part = election.find(name)) published.set(name, *part);
    }
    published.set("ballots", bundled(*election.find("ballots")->as_array()));
    published.set("method", Value(std::string(method)));
    published.set("sha256", Value(seal_of(published)));
    // Counted as published, so that whoever counts again gets the same bytes.
    result = counted(published, method);
    if (!result) return result;
    published.set("result", std::move(*result));
    return published;
}

Result<Verdict> verify(const Value& published) {
    const Value* method = published.find("method");
    const Value* seal = published.find("sha256");
    const Value* said = published.find("result");
    if (!method || !method->is_string()) return failure(missing("method"));
    if (!seal || !seal->is_string()) return failure(missing("sha256"));
    if (!said) return failure(missing("result"));
    Result<Value> result = counted(published, method->text());
    if (!result) return failure(Diagnostics(result.error()));
    Verdict verdict;
    verdict.unchanged = seal_of(published) == seal->text();
    verdict.result_right = *result == *said;
    verdict.result = std::move(*result);
    return verdict;
}

}  // namespace canvass::core
