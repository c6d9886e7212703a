#include "core/poll/ballot_file.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/expression/text.h"

namespace canvass::core {
namespace {

constexpr std::size_t most_lines = 1'000'000, most_candidates = 10'000;

std::optional<std::int64_t> whole(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
    return number;
}

std::vector<std::string_view> split(std::string_view text, char at) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(at);
        parts.push_back(trimmed(text.substr(0, end)));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

// A file of lines, and what is wrong with them.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

protected:
    // Without its end and the blanks around it; nothing after the last.
    std::optional<std::string_view> next_line() {
        if (rest_.empty() || line_ >= most_lines) {
            if (!rest_.empty()) fault("there are too many lines");
            return std::nullopt;
        }
        const std::size_t end = rest_.find('\n');
        const std::string_view line = rest_.substr(0, end);
        rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
        ++line_;
        return trimmed(line);
    }

    void fault(std::string detail) {
        Diagnostic diagnostic;
        diagnostic.code = Code::ballot_invalid;
        diagnostic.pointer = "line " + std::to_string(line_);
        diagnostic.detail = std::move(detail);
        faults_.push_back(std::move(diagnostic));
    }

    Result<Value> done() {
        if (!faults_.empty()) return failure(std::move(faults_));
        return std::move(election_);
    }

    Value election_ = Value::object();
    Diagnostics faults_;
    std::string_view rest_;
    std::size_t line_ = 0;
};

class CefReader : Reader {
public:
    using Reader::Reader;

    Result<Value> read() {
        std::vector<std::pair<std::int64_t, std::vector<std::vector<std::string>>>> ballots;
        while (const auto line = next_line()) {
            if (line->substr(0, 2) == "#/") parameter(line->substr(2));
            else if (const auto text = trimmed(line->substr(0, line->find('#'))); !text.empty()) ballots.push_back(ballot(text));
        }
        if (!listed_) {
            for (const auto& [count, groups] : ballots) {
                for (const auto& group : groups) names_.insert(names_.end(), group.begin(), group.end());
            }
            std::sort(names_.begin(), names_.end());
            names_.erase(std::unique(names_.begin(), names_.end()), names_.end());
        }
        if (names_.size() > most_candidates) fault("there are too many candidates");
        Value list = Value::array(), candidates = Value::array();
        for (const std::string& name : names_) candidates.push(Value(name));
        for (const auto& [count, groups] : ballots) {
            Value ranking = Value::array();
            for (const auto& group : groups) {
                Value indices = Value::array();
                for (const std::string& name : group) {
                    const auto found = std::find(names_.begin(), names_.end(), name);
                    if (found != names_.end()) indices.push(static_cast<double>(found - names_.begin()));
                }
                if (indices.size() > 0) ranking.push(std::move(indices));
            }
            list.push(Value::array({static_cast<double>(count), std::move(ranking)}));
        }
        election_.set("candidates", std::move(candidates));
        election_.set("ballots", std::move(list));
        return done();
    }

private:
    void parameter(std::string_view text) {
        const std::size_t colon = text.find(':');
        const std::string name = lowered(trimmed(text.substr(0, colon)));
        const std::string_view value = colon == std::string_view::npos ? std::string_view() : trimmed(text.substr(colon + 1));
        if (name == "candidates") {
            listed_ = true;
            for (const std::string_view each : split(value, ';')) {
                if (each.empty()) fault("a candidate has no name");
                else names_.emplace_back(each);
            }
        } else if (name == "number of seats") {
            const auto seats = whole(value);
            if (seats && *seats > 0) election_.set("seats", static_cast<double>(*seats));
            else fault("the number of seats is a whole number from 1 on");
        } else if (name == "implicit ranking" && lowered(value) == "false") {
            election_.set("rules", Value::object({{"unranked", "ignored"}}));
        }
    }

    // Cuts "… * 3" or "… ^ 2" off the end; 1 where there is none.
    std::int64_t factor(std::string_view& text, char sign, const char* what) {
        const std::size_t at = text.rfind(sign);
        if (at == std::string_view::npos) return 1;
        const auto number = whole(trimmed(text.substr(at + 1)));
        text = trimmed(text.substr(0, at));
        if (number && *number >= 0 && *number <= 1'000'000'000) return *number;
        fault(std::string(what) + " is not a whole number");
        return 0;
    }

    std::pair<std::int64_t, std::vector<std::vector<std::string>>> ballot(std::string_view text) {
        if (const std::size_t tags = text.find("||"); tags != std::string_view::npos) text = trimmed(text.substr(tags + 2));
        std::int64_t count = factor(text, '*', "how many cast it");
        count *= factor(text, '^', "its weight");
        std::vector<std::vector<std::string>> groups;
        if (text == "/EMPTY_RANKING/") return {count, groups};
        for (const std::string_view group : split(text, '>')) {
            groups.emplace_back();
            for (const std::string_view name : split(group, '=')) {
                if (name.empty()) fault("a name is missing");
                else if (listed_ && std::find(names_.begin(), names_.end(), name) == names_.end())
                    fault("\"" + std::string(name) + "\" is no candidate");
                else groups.back().emplace_back(name);
            }
        }
        return {count, groups};
    }

    std::vector<std::string> names_;
    bool listed_ = false;
};

class BltReader : Reader {
public:
    using Reader::Reader;

    Result<Value> read() {
        head();
        if (!faults_.empty()) return done();
        Value ballots = Value::array(), excluded = Value::array();
        bool ended = false;
        while (const auto line = ended ? std::nullopt : words()) {
            if (line->empty()) continue;
            if (line->size() == 1 && line->front() == "0") ended = true;
            else if (line->front().front() == '-' && line->front().size() > 1) withdraw(*line, excluded);
            else ballots.push(ballot(*line));
        }
        if (!ended) fault("a line with 0 must end the ballots");
        Value names = Value::array();
        while (const auto line = next_line()) {
            if (line->empty() || names.size() >= candidates_) continue;
            const bool quoted = line->size() >= 2 && line->front() == '"' && line->find('"', 1) != std::string_view::npos;
            if (quoted) names.push(Value(std::string(line->substr(1, line->find('"', 1) - 1))));
            else fault("a name stands in quotes");
        }
        if (names.size() < candidates_) fault("there are fewer names than candidates");
        election_.set("candidates", std::move(names));
        election_.set("ballots", std::move(ballots));
        if (excluded.size() > 0) election_.set("rules", Value::object({{"excluded", std::move(excluded)}}));
        return done();
    }

private:
    std::optional<std::vector<std::string_view>> words() {
        const auto line = next_line();
        if (!line) return std::nullopt;
        std::vector<std::string_view> found;
        for (const std::string_view word : split(line->substr(0, line->find('#')), ' ')) {
            if (!word.empty()) found.push_back(word);
        }
        return found;
    }

    void head() {
        for (auto line = words(); line; line = words()) {
            if (line->empty()) continue;
            const auto candidates = line->size() == 2 ? whole((*line)[0]) : std::nullopt;
            const auto seats = line->size() == 2 ? whole((*line)[1]) : std::nullopt;
            if (!candidates || !seats || *candidates < 1 || *candidates > static_cast<std::int64_t>(most_candidates) || *seats < 1) {
                return fault("the first line says how many candidates and how many seats there are");
            }
            candidates_ = static_cast<std::size_t>(*candidates);
            election_.set("seats", static_cast<double>(*seats));
            return;
        }
        fault("there is no election");
    }

    std::optional<double> candidate(std::string_view word) {
        const auto number = whole(word);
        if (number && *number >= 1 && *number <= static_cast<std::int64_t>(candidates_)) return static_cast<double>(*number - 1);
        fault("there is no candidate " + std::string(word));
        return std::nullopt;
    }

    void withdraw(const std::vector<std::string_view>& line, Value& excluded) {
        for (std::string_view word : line) {
            if (word.front() == '-') word.remove_prefix(1);
            if (const auto option = candidate(word)) excluded.push(*option);
        }
    }

    Value ballot(const std::vector<std::string_view>& line) {
        const auto weight = whole(line.front());
        if (!weight || *weight < 0) fault("a ballot begins with how many cast it");
        if (line.back() != "0") fault("a ballot ends with 0");
        Value ranking = Value::array();
        for (std::size_t at = 1; at + 1 < line.size(); ++at) {
            Value group = Value::array();
            if (line[at] != "-") {
                for (const std::string_view word : split(line[at], '=')) {
                    if (const auto option = candidate(word)) group.push(*option);
                }
            }
            ranking.push(std::move(group));
        }
        return Value::array({static_cast<double>(weight.value_or(0)), std::move(ranking)});
    }

    std::size_t candidates_ = 0;
};

}  // namespace

Result<Value> election_from_cef(std::string_view text) { return CefReader(text).read(); }
Result<Value> election_from_blt(std::string_view text) { return BltReader(text).read(); }

namespace {

bool is_blt(std::string_view text) {
    const bool number = !text.empty() && ((text.front() >= '0' && text.front() <= '9') || text.front() == '-');
    return number && text.find('"') != std::string_view::npos;
}

}  // namespace

bool is_ballot_file(std::string_view text) {
    text = trimmed(text);
    if (text.empty() || text.front() == '{' || text.front() == '[') return false;
    return is_blt(text) || text.find('>') != std::string_view::npos || text.find("#/") != std::string_view::npos;
}

Result<Value> election_from_text(std::string_view text) {
    return is_blt(trimmed(text)) ? election_from_blt(text) : election_from_cef(text);
}

}  // namespace canvass::core
