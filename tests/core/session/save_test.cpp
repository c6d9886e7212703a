// A session put down and taken up at any step shows and does what the one shows and does that went on.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/session/session.h"
#include "tests/core/definition/load.h"
#include "tests/core/session/seen.h"

namespace canvass::core {
namespace {

constexpr double morning = 1795348800000;

SessionOptions options() {
    SessionOptions options;
    options.clock.now_ms = morning;
    options.seed = 5;
    return options;
}

Session taken_up(Session& session, const std::shared_ptr<const Definition>& definition) {
    const Result<Value> saved = parse_json(write_json(session.save()));
    REQUIRE(saved);
    Result<Session> resumed = Session::resume(definition, options(), *saved);
    REQUIRE(resumed);
    return std::move(*resumed);
}

// The first action after which the two part, or nothing.
std::string parting(const std::shared_ptr<const Definition>& definition, const std::vector<Action>& actions) {
    Session steady(definition, options()), moving(definition, options());
    for (std::size_t at = 0; at <= actions.size(); ++at) {
        moving = taken_up(moving, definition);
        const std::string wanted = seen_of(steady), got = seen_of(moving);
        if (wanted != got) {
            return (at == 0 ? "start" : write_json(to_json(actions[at - 1]))) + "\nwent on:\n" + wanted + "taken up:\n" + got;
        }
        if (at == actions.size()) break;
        steady.apply(actions[at]);
        moving.apply(actions[at]);
    }
    return {};
}

// Actions by chance: names and choices of the definition, and values of every kind.
std::vector<Action> some_actions(const Definition& definition, std::uint32_t seed, std::size_t count) {
    const auto chance = [&](std::size_t below) {
        seed = seed * 1664525u + 1013904223u;
        return static_cast<std::size_t>(seed >> 8) % below;
    };
    const auto name = [&] { return definition.elements[chance(definition.elements.size())].name; };
    const auto value = [&](const std::string& of) -> Value {
        const ElementIndex named = definition.find(of);
        const auto* choices = named == no_element ? nullptr : std::get_if<ChoiceSettings>(&definition.at(named).settings);
        if (choices && !choices->choices.empty() && chance(3) > 0) {
            Value one = choices->choices[chance(choices->choices.size())].value;
            return choices->multiple ? Value::array({std::move(one)}) : one;
        }
        const Value pool[] = {1, 2, 0, "a", "other", true, Value::array({1, 2}), {}, "x@y.org", 7};
        return pool[chance(std::size(pool))];
    };
    std::vector<Action> actions;
    while (actions.size() < count) {
        std::string of = name();
        if (chance(4) == 0) of = "people[" + std::string(chance(2) ? "0" : "1") + (chance(2) ? "].name" : "].pets");
        switch (chance(18)) {
            case 0: actions.push_back(NextPage{}); break;
            case 1: actions.push_back(PreviousPage{}); break;
            case 2: if (chance(4) == 0) actions.push_back(Complete{}); break;
            case 3: actions.push_back(StartSurvey{}); break;
            case 4: actions.push_back(ShowPreview{}); break;
            case 5: actions.push_back(EditAnswers{Value(of)}); break;
            case 6: actions.push_back(GoTo{Value(of)}); break;
            case 7: actions.push_back(Tick{static_cast<double>(chance(3))}); break;
            case 8: actions.push_back(SetVariable{"x", value(of)}); break;
            case 9: actions.push_back(SetComment{of, chance(2) ? "said" : ""}); break;
            case 10: actions.push_back(SetLocale{chance(2) ? "de" : ""}); break;
            case 11: actions.push_back(AddRow{of}); break;
            case 12: actions.push_back(RemoveRow{of + (chance(2) ? "[0]" : "[1]")}); break;
            default: actions.push_back(SetValue{of, value(of)}); break;
        }
    }
    return actions;
}

const char* const surveys[] = {
    R"({'firstPageIsStarted': true, 'showPreviewBeforeComplete': 'showAnsweredQuestions', 'showTimer': true, 'timeLimit': 9,
        'showProgressBar': true, 'progressBarType': 'requiredQuestions', 'clearInvisibleValues': 'onHidden', 'pages': [
        {'name': 'p0', 'elements': [{'type': 'text', 'name': 'who', 'isRequired': true}]},
        {'name': 'p1', 'timeLimit': 4, 'elements': [{'type': 'text', 'name': 'a', 'correctAnswer': 1, 'title': '{who} {pageno}'},
            {'type': 'panel', 'name': 'in', 'visibleIf': '{a} = 1', 'requiredIf': '{x} = 1', 'elements': [
                {'type': 'radiogroup', 'name': 'b', 'defaultValue': 2, 'showOtherItem': true, 'choices': [1, {'value': 2, 'visibleIf': '{x} <> 2'}]}]}]},
        {'name': 'p2', 'elements': [{'type': 'text', 'name': 'c', 'defaultValueExpression': '{a} + 1', 'isRequired': true},
            {'type': 'text', 'name': 'd', 'resetValueIf': '{a} = 2', 'setValueIf': '{a} = 7', 'setValueExpression': '{c}'}]}],
        'calculatedValues': [{'name': 'right', 'expression': '{correctAnswers} + {a}', 'includeIntoResult': true},
            {'name': 'now', 'expression': 'today()'}]})",
    R"({'questionsOnPageMode': 'questionPerPage', 'questionOrder': 'random', 'showQuestionNumbers': true, 'pages': [
        {'name': 'p1', 'elements': [{'type': 'text', 'name': 'a'}, {'type': 'text', 'name': 'b', 'visibleIf': '{a} <> 2'},
            {'type': 'checkbox', 'name': 'c', 'choices': [1, 2, 3], 'showNoneItem': true}]},
        {'name': 'p2', 'visibleIf': '{x} <> 1', 'elements': [{'type': 'boolean', 'name': 'd', 'isRequired': true}]},
        {'name': 'p3', 'elements': [{'type': 'comment', 'name': 'e', 'validators': [{'type': 'email'}]}]}],
        'triggers': [{'type': 'skip', 'expression': '{a} = 1', 'gotoName': 'e'}, {'type': 'complete', 'expression': '{d} = true'},
            {'type': 'setvalue', 'expression': '{a} = 7', 'setToName': 'free', 'setValue': 'set'},
            {'type': 'copyvalue', 'fromName': 'a', 'setToName': 'copy'}]})",
    R"({'elements': [{'type': 'text', 'name': 'a'}, {'type': 'paneldynamic', 'name': 'people', 'panelCount': 1, 'templateElements': [
            {'type': 'text', 'name': 'name', 'isRequired': true}, {'type': 'text', 'name': 'age', 'visibleIf': '{panel.name} notempty'},
            {'type': 'slider', 'name': 'far', 'minValueExpression': '{panel.age}', 'maxValueExpression': '{a}', 'defaultValue': 3},
            {'type': 'matrixdynamic', 'name': 'pets', 'rowCount': 1, 'columns': [{'name': 'kind', 'cellType': 'text'}]}]}]})",
    R"({'questionsOnPageMode': 'singlePage', 'mode': 'edit', 'showPreviewBeforeComplete': true, 'elements': [
        {'type': 'rating', 'name': 'a', 'title': {'default': 'Rate {b}', 'de': 'Werte {b}'}},
        {'type': 'dropdown', 'name': 'b', 'choices': ['x', 'y'], 'enableIf': '{a} notempty', 'hasComment': true}]})"};

}  // namespace

TEST_CASE("a session taken up after every action is like the one that went on") {
    for (const char* const survey : surveys) {
        const std::shared_ptr<const Definition> definition = definition_of(survey);
        for (std::uint32_t seed = 1; seed <= 12; ++seed) {
            CHECK(parting(definition, some_actions(*definition, seed, 25)) == "");
        }
    }
}

TEST_CASE("what is shared, put by, hidden for want of choices or cleared with its table is so when it is taken up") {
    const auto goes_on = [](const char* survey, const std::vector<Action>& actions) { return parting(definition_of(survey), actions); };
    CHECK(goes_on(R"({'elements': [{'type': 'text', 'name': 'a', 'valueName': 's', 'visible': false}, {'type': 'text', 'name': 'b', 'valueName': 's'}]})",
                  {SetValue{"s", Value("x")}, Complete{}}) == "");
    CHECK(goes_on(R"({'pages': [{'elements': [{'type': 'checkbox', 'name': 'q', 'choices': [1]}]}, {'elements': [{'type': 'text', 'name': 'b'}]}]})",
                  {SetValue{"q", Value::array({"odd"})}, NextPage{}, SetValue{"b", Value(1)}, PreviousPage{}}) == "");
    CHECK(goes_on(R"({'elements': [{'type': 'dropdown', 'name': 'd', 'hideIfChoicesEmpty': true}, {'type': 'text', 'name': 'b'}]})",
                  {SetValue{"b", Value(1)}}) == "");
    CHECK(goes_on(R"({'clearInvisibleValues': 'onHidden', 'elements': [{'type': 'text', 'name': 'q'}, {'type': 'matrixdynamic', 'name': 'm', 'visibleIf': '{q} = 1',
                      'rowCount': 1, 'columns': [{'name': 'c', 'cellType': 'text', 'defaultValue': 'a'}, {'name': 'd', 'cellType': 'text', 'defaultValueExpression': '{q} + 1'}]}]})",
                  {SetValue{"q", Value(1)}, SetValue{"m[0].c", Value("mine")}, SetValue{"q", Value(2)}, SetValue{"q", Value(1)}}) == "");
    // The page of the step goes while a preview is shown.
    CHECK(goes_on(R"({'questionsOnPageMode': 'questionPerPage', 'pages': [{'visibleIf': '{v} <> 2', 'elements': [{'type': 'text', 'name': 'a'}]}, {'elements': [{'type': 'text', 'name': 'b'}]}]})",
                  {ShowPreview{}, SetVariable{"v", Value(2)}, SetValue{"b", Value(1)}, EditAnswers{}}) == "");
    CHECK(goes_on(R"({'elements': [{'type': 'paneldynamic', 'name': 'p', 'panelCount': 2, 'templateElements': [{'type': 'text', 'name': 't'}]}]})",
                  {RemoveRow{"p[0]"}, RemoveRow{"p[0]"}, AddRow{"p"}, AddRow{"p"}, SetValue{"p[1].t", Value(1)}}) == "");
}

TEST_CASE("what a change shows elsewhere is shown there: shared answers, piped words of rows, totals of rows that moved up") {
    const auto goes_on = [](const char* survey, const std::vector<Action>& actions) { return parting(definition_of(survey), actions); };
    CHECK(goes_on(R"({'elements': [{'type': 'text', 'name': 'a', 'valueName': 's'}, {'type': 'matrixdynamic', 'name': 'm', 'valueName': 's', 'columns': [{'name': 'c', 'cellType': 'text'}]}]})",
                  {SetValue{"s", Value::array({2})}, AddRow{"m"}, SetValue{"m[0].c", Value(1)}}) == "");
    CHECK(goes_on(R"({'elements': [{'type': 'html', 'name': 'a', 'valueName': 's'}, {'type': 'tagbox', 'name': 'b', 'valueName': 's', 'showCommentArea': true, 'choices': [1]}]})",
                  {SetComment{"b", "said"}}) == "");
    CHECK(goes_on(R"({'elements': [{'type': 'paneldynamic', 'name': 'p', 'panelCount': 1, 'removePanelText': 'Remove {v}', 'templateElements': [
                      {'type': 'text', 'name': 'x', 'valueName': 's'}, {'type': 'text', 'name': 'y', 'valueName': 's'}]},
                      {'type': 'matrixdropdown', 'name': 'd', 'rows': [{'value': 'r', 'text': 'Row {v}'}], 'columns': [{'name': 'c', 'cellType': 'text'}]},
                      {'type': 'matrix', 'name': 'q', 'rows': [{'value': 'r', 'text': 'Row {v}'}], 'columns': [1]}]})",
                  {SetVariable{"v", Value("one")}, SetValue{"p[0].x", Value(1)}}) == "");
    CHECK(goes_on(R"({'elements': [{'type': 'paneldynamic', 'name': 'p', 'panelCount': 2, 'templateElements': [
                      {'type': 'matrixdynamic', 'name': 'm', 'columns': [{'name': 'c', 'cellType': 'text', 'totalType': 'max'}]}]}]})",
                  {SetValue{"p[1].m[0].c", Value(7)}, RemoveRow{"p[0]"}}) == "");
}

TEST_CASE("the corpus goes on alike when it is taken up after every action") {
    for (const auto& entry : std::filesystem::directory_iterator(CANVASS_SOURCE_DIR "/tests/corpus/cases")) {
        std::ifstream file(entry.path());
        std::stringstream text;
        text << file.rdbuf();
        const Result<Value> json = parse_json(text.str());
        REQUIRE(json);
        Result<LoadedDefinition> loaded = load_definition(*json->find("definition"));
        REQUIRE(loaded);
        const auto definition = std::make_shared<const Definition>(std::move(loaded->definition));
        std::vector<Action> actions;
        for (const Value& step : *json->find("steps")->as_array()) {
            if (Result<Action> action = action_from_json(*step.find("action"))) actions.push_back(std::move(*action));
        }
        INFO(entry.path());
        CHECK(parting(definition, actions) == "");
        CHECK(parting(definition, some_actions(*definition, 3, 40)) == "");
    }
}

TEST_CASE("recorded definitions go on alike when they are taken up after every action") {
    const char* folder = std::getenv("CANVASS_CONFORMANCE_DIR");
    if (!folder) SKIP("CANVASS_CONFORMANCE_DIR is not set");
    std::ifstream file(std::string(folder) + "/survey/surveys.stable.jsonl");
    REQUIRE(file);
    std::uint32_t number = 0;
    for (std::string line; std::getline(file, line); ++number) {
        if (number % 5 != 0) continue;
        const Result<Value> trace = parse_json(line);
        Result<LoadedDefinition> loaded = load_definition(*trace->find("json"));
        if (!loaded || loaded->definition.elements.empty()) continue;
        const auto definition = std::make_shared<const Definition>(std::move(loaded->definition));
        INFO(line.substr(0, 1000));
        CHECK(parting(definition, some_actions(*definition, number, 8)) == "");
    }
}

TEST_CASE("what is no saved session, or one of another definition, is refused") {
    const std::shared_ptr<const Definition> definition = definition_of(surveys[0]);
    Session session(definition, options());
    session.apply(SetValue{"who", "Ada"});
    session.apply(Complete{});
    const Value saved = session.save();
    const auto refused = [&](const Value& value) {
        const Result<Session> resumed = Session::resume(definition, options(), value);
        return resumed ? std::string("taken") : std::string(name_of(resumed.error().front().code));
    };
    CHECK(refused(saved) == "taken");
    CHECK(refused({}) == "saved-invalid");
    CHECK(refused(Value::object({{"saved", 1}, {"definition", "other"}})) == "saved-elsewhere");
    // Without any of its members, or with another in its place, it is none.
    for (const Value::Member& member : *saved.as_object()) {
        for (const Value& other : {Value(), Value(-7), Value("no"), Value::array({Value::array({Value(1e300), "x"})})}) {
            Value broken = saved;
            broken.set(member.name, other);
            INFO(member.name << " " << write_json(other));
            if (member.name != "locale" || !other.is_string()) CHECK(refused(broken) != "taken");
        }
    }
}

}  // namespace canvass::core
