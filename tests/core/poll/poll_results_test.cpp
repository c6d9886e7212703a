#include "core/poll/poll_tally.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/core/definition/load.h"

using namespace canvass::core;

namespace {

const char* const survey = R"({"elements": [
    {"type": "radiogroup", "name": "crop", "valueName": "plant", "hasOther": true, "otherText": "Others", "poll": {},
     "choices": [{"value": "herbs", "text": {"default": "Herbs", "de": "Kräuter"}}, "berries", 3]},
    {"type": "checkbox", "name": "days", "choices": ["sat", "sun"], "hasOther": true, "hasNone": true},
    {"type": "rating", "name": "stars", "rateMax": 3},
    {"type": "boolean", "name": "again", "labelTrue": "Sure"},
    {"type": "text", "name": "why"}]})";

struct AskedPoll {
    explicit AskedPoll(const std::string& name)
        : definition(definition_of(survey)),
          question(definition->at(definition->find(name))),
          tally(question, *definition) {}

    void add(const std::string& answers) { tally.add(json_of(answers)); }
    std::vector<PollOption> options(std::string_view locale = "en") const {
        return poll_options(question, *definition, locale, Texts());
    }
    PollResults results() const { return tally.results(options()); }
    std::vector<std::int64_t> counts() const {
        std::vector<std::int64_t> counts;
        for (const PollOptionResult& option : results().options) counts.push_back(option.count);
        return counts;
    }

    std::shared_ptr<const Definition> definition;
    const Element& question;
    PollTally tally;
};

std::string texts(const std::vector<PollOption>& options) {
    std::string all;
    for (const PollOption& option : options) all += option.text + "|";
    return all;
}

}  // namespace

TEST_CASE("the options of a poll are its choices as people read them") {
    CHECK(texts(AskedPoll("crop").options()) == "Herbs|berries|3|Others|");
    CHECK(texts(AskedPoll("crop").options("de")) == "Kräuter|berries|3|Others|");
    CHECK(texts(AskedPoll("days").options()) == "sat|sun|Other (describe)|None|");
    CHECK(texts(AskedPoll("stars").options()) == "1|2|3|");
    CHECK(texts(AskedPoll("again").options()) == "Sure|No|");
    CHECK(texts(AskedPoll("why").options()).empty());
}

TEST_CASE("one choice a voter: counts and shares of all votes") {
    AskedPoll poll("crop");
    poll.add("{'plant': 'herbs'}");
    poll.add("{'plant': 'berries'}");
    poll.add("{'plant': 3}");
    poll.add("{'plant': 'other', 'plant-Comment': 'rhubarb'}");
    poll.add("{'plant': 'herbs'}");
    poll.add("{'plant': 'herbs'}");
    poll.add("{'crop': 'herbs'}");
    poll.add("{}");
    const PollResults results = poll.results();
    CHECK(poll.counts() == std::vector<std::int64_t>{3, 1, 1, 1});
    CHECK(results.voters == 6);
    CHECK_FALSE(results.several);
    CHECK(write_json(to_json(results)) ==
          R"({"question":"crop","method":"plurality","several":false,"inPoints":false,"voters":6,"options":[)"
          R"({"value":"herbs","text":"Herbs","count":3,"share":"50.0","ahead":false},)"
          R"({"value":"berries","text":"berries","count":1,"share":"16.7","ahead":false},)"
          R"({"value":3,"text":"3","count":1,"share":"16.7","ahead":false},)"
          R"({"value":"other","text":"Others","count":1,"share":"16.6","ahead":false}]})");
}

TEST_CASE("several choices a voter: every choice is a vote, shares are of the voters") {
    AskedPoll poll("days");
    poll.add("{'days': ['sat', 'sun']}");
    poll.add("{'days': ['sun']}");
    poll.add("{'days': ['none']}");
    poll.add("{'days': []}");
    const PollResults results = poll.results();
    CHECK(poll.counts() == std::vector<std::int64_t>{1, 2, 0, 1});
    CHECK(results.voters == 3);
    CHECK(results.several);
    CHECK(results.options[1].share == 667);
}

TEST_CASE("ratings and yes-or-no questions are polls too") {
    AskedPoll stars("stars"), again("again");
    stars.add("{'stars': 3}");
    stars.add("{'stars': '3'}");
    again.add("{'again': true}");
    again.add("{'again': false}");
    again.add("{'again': false}");
    CHECK(stars.counts() == std::vector<std::int64_t>{0, 0, 2});
    CHECK(again.counts() == std::vector<std::int64_t>{1, 2});
}

TEST_CASE("an answer that names no option is in nobody's count and among no voters") {
    AskedPoll crop("crop"), days("days");
    crop.add("{'plant': 'gone'}");
    crop.add("{'plant': ['herbs', 'berries']}");
    days.add("{'days': ['sat', 'gone']}");
    CHECK(crop.counts() == std::vector<std::int64_t>{0, 0, 0, 0});
    CHECK(crop.results().voters == 0);
    CHECK(days.counts() == std::vector<std::int64_t>{0, 0, 0, 0});
}

TEST_CASE("a vote that is changed or withdrawn leaves no trace, and parts merge") {
    AskedPoll poll("crop"), part("crop");
    poll.add("{'plant': 'herbs'}");
    poll.tally.change(json_of("{'plant': 'herbs'}"), json_of("{'plant': 3}"));
    CHECK(poll.counts() == std::vector<std::int64_t>{0, 0, 1, 0});
    poll.tally.withdraw(json_of("{'plant': 3}"));
    CHECK(poll.results().voters == 0);
    part.add("{'plant': 'berries'}");
    CHECK(poll.tally.merge(part.tally));
    CHECK(poll.counts() == std::vector<std::int64_t>{0, 1, 0, 0});
    CHECK_FALSE(poll.tally.merge(AskedPoll("days").tally));
}

TEST_CASE("answers are ballots of the form that the method counts") {
    const auto definition = definition_of(R"({"elements": [
        {"type": "ranking", "name": "order", "choices": ["a", "b", "c"], "poll": {"method": "borda"}},
        {"type": "matrix", "name": "days", "rows": ["mon", "tue"], "columns": ["yes", "maybe", "no"], "poll": {"method": "date"}},
        {"type": "matrix", "name": "marks", "rows": ["x", "y"], "columns": [0, 2, 4], "poll": {"method": "score"}},
        {"type": "text", "name": "age", "inputType": "number", "poll": {}}]})");
    const auto told = [&](const std::string& name, std::initializer_list<const char*> answers) {
        const Element& question = definition->at(definition->find(name));
        PollTally tally(question, *definition);
        for (const char* answer : answers) tally.add(json_of(answer));
        return tally.results_json(poll_options(question, *definition, "en", Texts()));
    };
    // What is no option any more is left out of a ranking.
    const Value order = told("order", {"{'order': ['c', 'gone', 'a']}", "{'order': ['c', 'b', 'a']}"});
    CHECK(write_json(*order.find("winners")) == R"(["c"])");
    CHECK(write_json(*order.find("points")) == R"({"a":"1","b":"1","c":"4"})");
    CHECK(write_json(*order.find("options")->as_array()->at(2).find("share")) == R"("100.0")");
    CHECK(write_json(*order.find("options")->as_array()->at(2).find("ahead")) == "true");
    CHECK(write_json(*order.find("options")->as_array()->at(0).find("ahead")) == "false");

    const Value days = told("days", {"{'days': {'mon': 'maybe', 'tue': 'yes'}}", "{'days': {'mon': 'no', 'tue': 'maybe'}}"});
    CHECK(write_json(*days.find("rounds")->as_array()->at(0).find("tally")) == R"({"mon":"1","tue":"2"})");
    CHECK(write_json(*days.find("rounds")->as_array()->at(1).find("tally")) == R"({"mon":"0","tue":"1"})");

    const Value marks = told("marks", {"{'marks': {'x': 4, 'y': 2}}", "{'marks': {'x': 2}}", "{'marks': {'x': 3}}"});
    CHECK(write_json(*marks.find("invalid")) == "1");
    CHECK(write_json(*marks.find("voters")) == "2");
    CHECK(write_json(*marks.find("options")->as_array()->at(0).find("count")) == "6");
    CHECK(write_json(*marks.find("options")->as_array()->at(0).find("share")) == R"("75.0")");

    const Value age = told("age", {"{'age': 30}", "{'age': '40'}", "{}"});
    CHECK(write_json(*age.find("mean")) == "35");
    CHECK(write_json(*age.find("voters")) == "2");
}

TEST_CASE("results are read back from what a collector sends") {
    AskedPoll poll("days");
    poll.add("{'days': ['sat', 'sun']}");
    poll.add("{'days': ['sun']}");
    const Value json = to_json(poll.results());
    const auto read = poll_results_from_json(json);
    REQUIRE(read);
    CHECK(to_json(*read) == json);
}

TEST_CASE("results of another form are refused with every fault") {
    const auto faults = [](const std::string& text) {
        const auto results = poll_results_from_json(json_of(text));
        return results ? std::size_t{0} : results.error().size();
    };
    CHECK(faults("[]") == 1);
    CHECK(faults("{}") == 4);
    CHECK(faults("{'question': 'q', 'method': 'plurality', 'voters': -1, 'options': [7]}") == 5);
    CHECK(faults("{'question': 'q', 'method': 'plurality', 'voters': 1, 'options': "
                 "[{'value': 1, 'text': 'a', 'count': 0.5, 'share': '101'}]}") == 2);
}

TEST_CASE("a poll is counted by the rules that its definition names, which are published with its ballots") {
    const auto definition = definition_of(R"({"elements": [{"type": "ranking", "name": "q", "choices": ["a", "b", "c"],
        "poll": {"method": "irv", "rules": {"tiebreak": "useCandidateOrder", "tiebreakOrder": ["c", "a", "b"]}}}]})");
    CHECK(check_polls(*definition).empty());
    PollTally tally(definition->at(definition->find("q")), *definition);
    tally.add(json_of(R"({"q": ["a"]})"));
    tally.add(json_of(R"({"q": ["b"]})"));
    const TallyResult result = tally.result();
    CHECK_FALSE(result.decided_by_lot);
    CHECK(result.winners == OptionGroup{0});
    const Value published = tally.election({{json_of(R"({"q": ["a"]})"), 1}});
    CHECK(published.find("rules")->find("tiebreak")->text() == "useCandidateOrder");
    CHECK(write_json(*published.find("rules")->find("tiebreakOrder")) == R"(["c","a","b"])");
}

TEST_CASE("rules of several choices keep what they say of over-votes") {
    const auto counted = [](const std::string& rules) {
        const auto definition = definition_of(R"({"elements": [{"type": "checkbox", "name": "q", "choices": ["a", "b"],
            "poll": {"method": "plurality")" + rules + "}}]}");
        PollTally tally(definition->at(definition->find("q")), *definition);
        tally.add(json_of(R"({"q": ["a", "b"]})"));
        return tally.result().invalid;
    };
    CHECK(counted("") == 0);
    CHECK(counted(R"(, "rules": {"overVote": "invalid"})") == 1);
}

TEST_CASE("wrong and unknown rules are named with their place") {
    const auto definition = definition_of(R"({"elements": [{"type": "ranking", "name": "q", "choices": ["a", "b"],
        "poll": {"method": "irv", "rules": {"overvote": "maybe", "dice": true}}},
        {"type": "ranking", "name": "r", "choices": ["a", "b"], "poll": {"rules": []}}]})");
    const Diagnostics faults = check_polls(*definition);
    REQUIRE(faults.size() >= 2);
    CHECK(faults.front().pointer == "/elements/0/poll/rules/overvote");
    CHECK(faults.back().pointer == "/elements/1/poll/rules");
}
