// Choices that come and go, choices of other questions, what stands beside them, and the answers made of them.
// The expectations are survey-core 3.1.1's, asked.
#include "core/session/pick.h"
#include "core/session/response.h"
#include "core/session/session.h"
#include "tests/core/definition/load.h"

namespace canvass::core {
namespace {

// Sessions of one test: answers in JSON with ' for ", data and what is shown as text.
class Asked {
public:
    explicit Asked(const std::string& survey, std::uint64_t seed = 1) : session_(definition_of(survey), with(seed)) {}

    Asked& set(const char* name, const std::string& json) {
        session_.apply(SetValue{name, json_of(json)});
        return *this;
    }
    Asked& act(const Action& action) {
        session_.apply(action);
        return *this;
    }
    Asked& comment(const char* name, const char* text) {
        session_.apply(SetComment{name, text});
        return *this;
    }
    Asked& pick(const char* name, std::size_t choice) {
        const ElementView& view = shown(name);
        session_.apply(SetValue{name, picked(view, settings_of(view), view.choices[choice])});
        return *this;
    }
    Asked& note(const char* name, std::size_t choice, const char* text) {
        const ElementView& view = shown(name);
        session_.apply(SetValue{name, commented(view, settings_of(view), view.choices[choice], text)});
        return *this;
    }
    Asked& write(const char* name, const char* text) {
        const ElementView& view = shown(name);
        session_.apply(SetValue{name, written(view, settings_of(view), text)});
        return *this;
    }
    bool complete() { return session_.apply(Complete{}).accepted; }

    std::string data() const {
        std::string text = write_json(session_.data());
        std::replace(text.begin(), text.end(), '"', '\'');
        return text;
    }
    std::string errors() const { return write_json(session_.errors()); }
    std::string title(const char* name) const { return std::string(session_.titles().find(name)->text()); }

    const ElementView& shown(const std::string& name) {
        for (const ElementView& view : session_.view().elements) {
            if (view.name == name) return view;
        }
        FAIL(name << " is not shown");
        std::abort();
    }
    bool is_shown(const std::string& name) {
        const auto& views = session_.view().elements;
        return std::any_of(views.begin(), views.end(), [&](const ElementView& view) { return view.name == name; });
    }
    // The texts in their order; "-" behind those that cannot be chosen, "+" behind those that are.
    std::string choices(const char* name) {
        std::string text;
        for (const ChoiceView& choice : shown(name).choices) {
            if (!text.empty()) text += ' ';
            text += choice.text;
            if (!choice.enabled) text += '-';
            if (choice.selected) text += '+';
        }
        return text;
    }
    Session& session() { return session_; }

private:
    const ChoiceSettings& settings_of(const ElementView& view) const {
        return std::get<ChoiceSettings>(session_.definition().at(view.element).settings);
    }
    static SessionOptions with(std::uint64_t seed) {
        SessionOptions options;
        options.seed = seed;
        return options;
    }
    Session session_;
};

std::string elements(const std::string& list) { return "{'elements': [" + list + "]}"; }

std::string faults(const std::string& survey, const std::string& answers) {
    Response response;
    response.answers = json_of(answers);
    std::string text;
    for (const Diagnostic& found : validate_response(definition_of(survey), response, {}, nullptr)) {
        text += std::string(name_of(found.code)) + " " + found.subject + ";";
    }
    return text;
}

}  // namespace

TEST_CASE("a choice's own condition stands instead of the question's") {
    Asked asked(elements(R"({'type': 'text', 'name': 't'}, {'type': 'radiogroup', 'name': 'q', 'choicesEnableIf': '{choice} > 1',
        'choicesVisibleIf': '{item} <> 1 and {t} = 2', 'choices': [1, {'value': 2, 'visibleIf': '{t} = 1', 'enableIf': '{t} = 9'}, 3]})"));
    CHECK(asked.choices("q").empty());
    CHECK(asked.set("t", "1").choices("q") == "2-");
    CHECK(asked.set("t", "2").choices("q") == "3");
}

TEST_CASE("an answer goes when its choice goes out of sight, and comes back in a list of several") {
    Asked asked(elements(R"({'type': 'text', 'name': 't'}, {'type': 'radiogroup', 'name': 'r', 'clearIfInvisible': 'none',
        'choices': [1, {'value': 2, 'visibleIf': '{t} = 1'}]}, {'type': 'checkbox', 'name': 'c',
        'choices': [1, {'value': 2, 'visibleIf': '{t} = 1'}, 3]}, {'type': 'rating', 'name': 's', 'rateValues': [1, {'value': 2, 'visibleIf': '{t} = 1'}]})"));
    asked.set("t", "1").set("r", "2").set("c", "[2, 3]").set("s", "2");
    CHECK(asked.set("t", "2").data() == "{'t':2,'c':[3]}");
    CHECK(asked.set("t", "1").data() == "{'t':1,'c':[3,2]}");
    // Answered anew meanwhile, it does not come back.
    CHECK(asked.set("t", "2").set("c", "[1]").set("t", "1").data() == "{'t':1,'c':[1]}");
}

TEST_CASE("a question without choices to show can hide") {
    Asked asked(elements(R"({'type': 'text', 'name': 't'}, {'type': 'dropdown', 'name': 'q', 'hideIfChoicesEmpty': true,
        'choicesVisibleIf': '{item} = {t}', 'choices': ['a', 'b'], 'showOtherItem': true},
        {'type': 'dropdown', 'name': 'bare', 'hideIfChoicesEmpty': true})"));
    CHECK_FALSE(asked.is_shown("q"));
    CHECK_FALSE(asked.is_shown("bare"));
    CHECK(asked.set("t", "'a'").choices("q") == "a Other (describe)");
    CHECK_FALSE(asked.set("t", "'z'").is_shown("q"));
}

TEST_CASE("choices carried forward follow their source") {
    const std::string source = R"({'type': 'checkbox', 'name': 's', 'choices': [{'value': 1, 'text': 'One'}, 2, 3],
        'showNoneItem': true, 'showOtherItem': true}, )";
    const auto with = [&](const char* mode) {
        return Asked(elements(source + R"({'type': 'checkbox', 'name': 'q', 'choices': [9], 'choicesFromQuestion': 's',
            'choicesFromQuestionMode': ')" + mode + R"('}, {'type': 'radiogroup', 'name': 'r', 'choicesFromQuestion': 'q'})"));
    };
    SECTION("all of them, without what stands beside") {
        Asked asked = with("all");
        CHECK(asked.choices("q") == "One 2 3");
        CHECK(asked.choices("r") == "One 2 3");
    }
    SECTION("those that are selected, with what is written for other") {
        Asked asked = with("selected");
        CHECK(asked.choices("q").empty());
        asked.set("s", "[1, 'other']").comment("s", "foo");
        CHECK(asked.choices("q") == "One foo");
        CHECK(asked.choices("r") == "One foo");
        asked.set("q", "[1]").set("r", "1").set("s", "[2]");
        CHECK(asked.data() == "{'s':[2],'s-Comment':'foo'}");
        CHECK(asked.set("s", "[1, 2]").data() == "{'s':[1,2],'s-Comment':'foo','q':[1]}");
    }
    SECTION("those that are not") {
        Asked asked = with("unselected");
        CHECK(asked.set("s", "[1, 'other']").choices("q") == "2 3");
        CHECK(asked.set("s", "['none']").choices("r") == "One 2 3");
    }
}

TEST_CASE("choices that come and go do so in those who carry them, too") {
    Asked asked(elements(R"({'type': 'checkbox', 'name': 's', 'choices': [1, 2, {'value': 3, 'text': 'Three {t}', 'visibleIf': '{t} = 1'}]},
        {'type': 'text', 'name': 't'}, {'type': 'checkbox', 'name': 'q', 'choicesFromQuestion': 's'})"));
    CHECK(asked.set("t", "1").choices("q") == "1 2 Three 1");
    asked.set("q", "[3, 1]");
    CHECK(asked.set("t", "2").data() == "{'t':2,'q':[1]}");
    CHECK(asked.set("t", "1").data() == "{'t':1,'q':[1,3]}");
}

TEST_CASE("circles among carried choices are named and carry nothing") {
    const LoadedDefinition loaded = load(elements(R"({'type': 'checkbox', 'name': 'a', 'choicesFromQuestion': 'b', 'choices': [1]},
        {'type': 'checkbox', 'name': 'b', 'choicesFromQuestion': 'a'}, {'type': 'checkbox', 'name': 'c', 'choicesFromQuestion': 'a'})"));
    const Diagnostic* found = find(loaded.diagnostics, Code::circular_expression);
    REQUIRE(found);
    CHECK(found->detail == "a → b → a");
    CHECK(found->pointer == "/elements/0/choicesFromQuestion");
    CHECK(loaded.diagnostics.size() == 1);
    Asked asked(elements(R"({'type': 'checkbox', 'name': 'a', 'choicesFromQuestion': 'a', 'choices': [1]},
        {'type': 'checkbox', 'name': 'b', 'choicesFromQuestion': 'gone', 'choices': [1]})"));
    CHECK(asked.choices("a").empty());
    CHECK(asked.choices("b") == "1");
}

TEST_CASE("choices stand in the order that is asked for") {
    const auto ordered = [](const char* order, const char* choices) {
        return Asked(elements(std::string("{'type': 'dropdown', 'name': 'q', 'showNoneItem': true, 'choicesOrder': '") + order +
                              "', 'choices': " + choices + "}")).choices("q");
    };
    CHECK(ordered("asc", "[{'value': 1, 'text': 'Zed'}, {'value': 2, 'text': 'apple'}, 10, 9, 'éa']") == "9 10 Zed apple éa None");
    CHECK(ordered("desc", "['item10', 'item2', 'item1', 'Item3']") == "item10 item2 item1 Item3 None");
    CHECK(ordered("random", "['item10', 'item2', 'item1', 'Item3', 5, 6, 7, 8]") == "7 item10 6 8 5 item1 item2 Item3 None");
    CHECK(ordered("RANDOM", "[{'value': 1, 'randomize': false}, 2, 3, 4, {'value': 5, 'randomize': false}, 6]") == "1 6 4 2 5 3 None");
}

TEST_CASE("picking knows what stands alone and what selects all") {
    Asked asked(elements(R"({'type': 'checkbox', 'name': 'q', 'choices': [1, 2, {'value': 'x', 'isExclusive': true}], 'hasSelectAll': true,
        'hasNone': true, 'showRefuseItem': true, 'showDontKnowItem': true, 'hasOther': true})"));
    CHECK(asked.choices("q") == "Select All 1 2 x None Refuse to answer Don't know Other (describe)");
    CHECK(asked.pick("q", 1).pick("q", 4).data() == "{'q':['none']}");
    CHECK(asked.pick("q", 3).data() == "{'q':['x']}");
    CHECK(asked.pick("q", 2).data() == "{'q':[2]}");
    CHECK(asked.pick("q", 0).data() == "{'q':[1,2]}");
    CHECK(asked.choices("q").substr(0, 11) == "Select All+");
    CHECK(asked.pick("q", 7).data() == "{'q':[1,2,'other']}");
    CHECK(asked.pick("q", 0).data() == "{}");
}

TEST_CASE("as many as may be chosen shut out the rest") {
    Asked asked(elements(R"({'type': 'checkbox', 'name': 'q', 'choices': [1, 2, 3], 'maxSelectedChoices': 2, 'minSelectedChoices': 2,
        'showSelectAllItem': true, 'showNoneItem': true, 'showOtherItem': true})"));
    CHECK(asked.set("q", "[1]").choices("q") == "Select All- 1+ 2 3 None Other (describe)");
    CHECK_FALSE(asked.complete());
    CHECK(asked.set("q", "[1, 2]").choices("q") == "Select All+ 1+ 2+ 3- None Other (describe)-");
    CHECK(asked.set("q", "['none']").complete());
}

TEST_CASE("what is no choice is what was written for other") {
    const std::string one = R"({'type': 'radiogroup', 'name': 'q', 'choices': [1, 2], 'showOtherItem': true, 'otherErrorText': 'Say!'})";
    const std::string both = one + R"(, {'type': 'checkbox', 'name': 'c', 'choices': [1, 2], 'showOtherItem': true}, {'type': 'text', 'name': 't', 'title': '{q} {c}'})";
    SECTION("as a comment") {
        Asked asked(elements(both));
        CHECK(asked.set("q", "7").set("c", "[1, 'z']").data() == "{'q':7,'q-Comment':7,'c':[1,'other'],'c-Comment':'z'}");
        CHECK(asked.title("t") == "7 1, z");
        CHECK(asked.shown("q").comment == "7");
        asked.set("q", "'other'").comment("q", "");
        CHECK_FALSE(asked.complete());
        CHECK(asked.errors() == R"({"q":["Say!"]})");
    }
    SECTION("as the answer itself") {
        Asked asked("{'storeOthersAsComment': false, 'elements': [" + both + "]}");
        asked.set("q", "'other'").set("c", "['other', 1]").write("q", "mine").write("c", "z");
        CHECK(asked.data() == "{'q':'mine','c':['z',1]}");
        CHECK(asked.choices("q") == "1 2 Other (describe)+");
        CHECK(asked.title("t") == "mine z, 1");
        CHECK(asked.shown("c").comment == "z");
        CHECK(asked.write("q", "2").data() == "{'q':2,'c':['z',1]}");
        asked.set("q", "'other'");
        CHECK_FALSE(asked.complete());
        CHECK(asked.set("q", "'again'").complete());
    }
}

TEST_CASE("choices have comments of their own") {
    Asked asked(elements(R"({'type': 'radiogroup', 'name': 'r', 'choices': [1, {'value': 2, 'text': 'Two', 'showCommentArea': true, 'isCommentRequired': true}]},
        {'type': 'checkbox', 'name': 'c', 'choices': [1, {'value': 2, 'showCommentArea': true}]},
        {'type': 'text', 'name': 't', 'title': '{r} {c}', 'visibleIf': '{r} = 2 and {c} = [2]'})"));
    asked.set("r", "2").pick("c", 1);
    CHECK(asked.data() == "{'r':2,'c':[{'value':2}]}");
    CHECK(asked.title("t") == "Two 2");
    CHECK_FALSE(asked.complete());
    CHECK(asked.note("r", 1, "why").note("c", 1, "so").data() ==
          "{'r':{'value':2,'comment':'why'},'c':[{'value':2,'comment':'so'}]}");
    CHECK(asked.shown("c").choices[1].comment == "so");
    CHECK(asked.note("c", 1, "").title("t") == "Two 2");
    CHECK(asked.choices("r") == "1 Two+");
    CHECK(asked.complete());
    CHECK(asked.data() == "{'r':{'value':2,'comment':'why'},'c':[{'value':2}]}");
}

TEST_CASE("answers can lie in objects") {
    Asked asked(elements(R"({'type': 'checkbox', 'name': 'q', 'choices': [1, {'value': 2, 'text': 'Two'}], 'valuePropertyName': 'f', 'defaultValue': [1]},
        {'type': 'text', 'name': 'a', 'title': '{q}', 'visibleIf': '{q} contains 2 and {q[1].f} = 2 and {q[0]} = 1 and {q-unwrapped} = [1, 2]'})"));
    CHECK(asked.data() == "{'q':[{'f':1}]}");
    CHECK(asked.pick("q", 1).data() == "{'q':[{'f':1},{'f':2}]}");
    CHECK(asked.title("a") == "1, Two");
    CHECK(asked.pick("q", 0).choices("q") == "1 Two+");
    asked.set("q", "[{'f': 7}]");
    CHECK(asked.complete());
    CHECK(asked.data() == "{}");
}

TEST_CASE("a ranking names every choice, unless those to rank are picked") {
    Asked asked(elements(R"({'type': 'text', 'name': 't'}, {'type': 'ranking', 'name': 'q', 'choices': ['a', 'b', {'value': 'c', 'visibleIf': '{t} = 1'}]},
        {'type': 'ranking', 'name': 's', 'selectToRankEnabled': true, 'choices': ['a', 'b', 'c']})"));
    CHECK(asked.set("q", "['b']").set("s", "['b']").data() == "{'q':['b','a'],'s':['b']}");
    CHECK(asked.set("t", "1").set("q", "['c', 'z', 'a']").data() == "{'q':['c','a','b'],'s':['b'],'t':1}");
    CHECK(asked.set("t", "2").data() == "{'q':['a','b'],'s':['b'],'t':2}");
}

TEST_CASE("defaults come in the form of their kind") {
    const auto start = [](const std::string& question) { return Asked(elements("{'name': 'q', " + question + "}")).data(); };
    CHECK(start("'type': 'checkbox', 'choices': [1], 'defaultValue': 1") == "{'q':[1]}");
    CHECK(start("'type': 'checkbox', 'choices': [1], 'showOtherItem': true, 'defaultValue': [1, 9, 8]") == "{'q-Comment':9,'q':[1,'other']}");
    CHECK(start("'type': 'checkbox', 'choices': [1], 'showOtherItem': true, 'storeOthersAsComment': false, 'defaultValue': [1, 9, 8]") == "{'q':[1,9]}");
    CHECK(start("'type': 'dropdown', 'choices': [1], 'defaultValue': 'zz'") == "{'q':'zz'}");
    CHECK(start("'type': 'ranking', 'choices': ['a', 'b', 'c'], 'defaultValue': ['b']") == "{'q':['b','a','c']}");
    CHECK(start("'type': 'buttongroup', 'choices': [1, 2], 'defaultValue': 2") == "{'q':2}");
    CHECK(start("'type': 'boolean', 'valueTrue': 'Y', 'defaultValue': true") == "{'q':'Y'}");
    CHECK(start("'type': 'boolean', 'defaultValue': 'indeterminate'") == "{}");
    CHECK(start("'type': 'slider', 'min': 10, 'max': 20, 'defaultValue': 3") == "{'q':10}");
    CHECK(start("'type': 'slider', 'sliderType': 'range', 'max': 20, 'defaultValue': [-3, 50]") == "{'q':[0,20]}");
}

TEST_CASE("a slider's formulas move its ends; an answer from before stays until it is given anew") {
    Asked asked(elements(R"({'type': 'text', 'name': 'q', 'inputType': 'number'}, {'type': 'slider', 'name': 's', 'sliderType': 'range',
        'max': 50, 'minValueExpression': '{q} - 5', 'maxValueExpression': '{q}'}, {'type': 'expression', 'name': 'e', 'expression': '{s[1]}'})"));
    CHECK(asked.set("s", "[3, 99]").data() == "{'s':[3,50],'e':50}");
    CHECK(asked.set("q", "20").data() == "{'s':[3,50],'e':50,'q':20}");
    CHECK(asked.set("s", "[3, 99]").data() == "{'s':[15,20],'e':20,'q':20}");
    CHECK(asked.set("q", "null").set("s", "[3, 99]").data() == "{'s':[3,50],'e':50}");
}

TEST_CASE("a slider's ends stay a step apart, whoever moves them") {
    const auto answered = [](const std::string& ends, const std::string& value) {
        return Asked(elements("{'type': 'text', 'name': 'q', 'inputType': 'number', 'defaultValue': 5}, {'type': 'slider', 'name': 's', 'sliderType': 'range', " + ends + "}"))
            .set("s", value).data();
    };
    CHECK(answered("'min': 10, 'maxValueExpression': '{q}'", "[1, 20]") == "{'q':5,'s':[10,11]}");
    CHECK(answered("'max': 4, 'step': 2, 'minValueExpression': '{q}'", "[1, 20]") == "{'q':5,'s':[2,4]}");
    CHECK(answered("'min': 10, 'max': 4", "[1, 20]") == "{'q':5,'s':[10,11]}");
}

TEST_CASE("a slider in a row that is added finds its own ends") {
    CHECK(Asked(elements(R"({'type': 'text', 'name': 'a', 'defaultValue': 1000}, {'type': 'slider', 'name': 's', 'maxValueExpression': '{a}', 'defaultValueExpression': '500'})")).data() == "{'a':1000,'s':500}");
    CHECK(Asked(elements(R"({'type': 'paneldynamic', 'name': 'p', 'templateElements': [{'type': 'slider', 'name': 's', 'maxValueExpression': '{panel.x}', 'defaultValue': 50},
        {'type': 'text', 'name': 'x', 'inputType': 'number', 'defaultValue': 5}]})")).act(AddRow{"p"}).data() == "{'p':[{'s':50,'x':5}]}");
    Asked asked(elements(R"({'type': 'paneldynamic', 'name': 'p', 'templateElements': [{'type': 'text', 'name': 'q'},
        {'type': 'slider', 'name': 's', 'max': 50, 'maxValueExpression': '{panel.q}', 'defaultValue': 40}]})"));
    CHECK(asked.set("p", "[{'q': 5}]").act(RemoveRow{"p[0]"}).act(AddRow{"p"}).data() == "{'p':[{'s':40}]}");
    CHECK(asked.set("p[0].q", "60").set("p[0].s", "55").data() == "{'p':[{'s':55,'q':60}]}");
}

TEST_CASE("rates are generated as they are asked for") {
    const auto rates = [](const std::string& settings) { return Asked(elements("{'type': 'rating', 'name': 'q', " + settings + "}")).choices("q"); };
    CHECK(rates("'rateCount': 3") == "1 2 3 4 5");
    CHECK(rates("'rateMin': 2, 'rateCount': 3") == "2 3 4");
    CHECK(rates("'rateMax': 8, 'rateCount': 3") == "6 7 8");
    CHECK(rates("'rateMin': 0, 'rateStep': 0.1, 'rateMax': 0.3") == "0 0.1 0.2 0.3");
    CHECK(rates("'rateMin': 9") == "5");
    CHECK(rates("'rateValues': [1, {'value': 'b', 'text': 'Bee'}]") == "1 Bee");
    CHECK(rates("'rateValues': [7], 'autoGenerate': true") == "1 2 3 4 5");
}

TEST_CASE("responses hold what sessions give and nothing else") {
    const std::string survey = elements(R"({'type': 'radiogroup', 'name': 'r', 'choices': [1, {'value': 2, 'showCommentArea': true}], 'showOtherItem': true, 'storeOthersAsComment': true},
        {'type': 'checkbox', 'name': 'c', 'choices': [1, 2], 'valuePropertyName': 'f'}, {'type': 'ranking', 'name': 'k', 'choices': ['a', 'b']},
        {'type': 'slider', 'name': 's', 'max': 10}, {'type': 'slider', 'name': 'w', 'sliderType': 'range'},
        {'type': 'dropdown', 'name': 'd', 'choicesFromQuestion': 'c', 'choicesFromQuestionMode': 'selected'})");
    CHECK(faults(survey, "{'r': {'value': 2, 'comment': 'x'}, 'c': [{'f': 1}], 'k': ['b', 'a'], 's': 3, 'w': [1, 2], 'd': 1}").empty());
    CHECK(faults(survey, "{'r': 7, 'r-Comment': 'seven'}").empty());
    CHECK(faults(survey, "{'r': 7}") == "not-a-choice r;");
    CHECK(faults(survey, "{'r': {'value': 1, 'comment': 'x'}}") == "answer-type r;");
    CHECK(faults(survey, "{'r': {'value': 2, 'comment': 4}}") == "answer-type r;");
    CHECK(faults(survey, "{'c': [{'f': 3}]}") == "not-a-choice c;");
    CHECK(faults(survey, "{'c': [{'f': 1, 'more': 1}]}") == "answer-type c;");
    CHECK(faults(survey, "{'c': [{'f': 1}], 'd': 2}") == "not-a-choice d;");
    CHECK(faults(survey, "{'k': ['b']}") == "answer-type k;");
    CHECK(faults(survey, "{'s': 30}") == "answer-type s;");
    CHECK(faults(survey, "{'w': 3}") == "answer-type w;");
}

TEST_CASE("a default stays until the choices that are carried change") {
    Session session(definition_of(R"({'elements': [{'type': 'checkbox', 'name': 'a', 'choices': [1, 2]},
        {'type': 'radiogroup', 'name': 'b', 'choicesFromQuestion': 'a', 'choicesFromQuestionMode': 'selected', 'defaultValue': 2}]})"));
    CHECK(write_json(session.data()) == R"({"b":2})");
    session.apply(SetValue{"a", Value::array({Value(2)})});
    CHECK(write_json(session.data()) == R"({"b":2,"a":[2]})");
    session.apply(SetValue{"a", Value::array({Value(1)})});
    CHECK(write_json(session.data()) == R"({"a":[1]})");
}

TEST_CASE("a default formula rules over choices that its answer hides") {
    Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 'x'}, {'type': 'radiogroup', 'name': 'b',
        'choices': [1, 2, 3], 'choicesVisibleIf': '{item} > {x}', 'defaultValueExpression': '{x} + 0'}]})"));
    session.apply(SetValue{"x", Value(1)});
    CHECK(write_json(session.data()) == R"({"x":1,"b":1})");
    session.apply(SetValue{"x", Value(3)});
    CHECK(write_json(session.data()) == R"({"x":3,"b":3})");
    session.apply(Complete{});
    CHECK(write_json(session.data()) == R"({"x":3})");
}

TEST_CASE("texts show the answer itself where the author says so") {
    const auto title = [](const std::string& of_choices, const std::string& of_text) {
        Session session(definition_of("{'elements': [{'type': 'checkbox', 'name': 'c', 'choices': [{'value': 1, 'text': 'One'}, {'value': 2, 'text': 'Two'}]},"
            "{'type': 'dropdown', 'name': 'd', 'choices': [{'value': 1, 'text': 'One'}]" + of_choices + "},"
            "{'type': 'text', 'name': 't', 'title': 'You took {c}, {d}'" + of_text + "}]}"));
        session.apply(SetValue{"c", Value::array({Value(1), Value(2)})});
        session.apply(SetValue{"d", Value(1)});
        return std::string(session.titles().find("t")->text());
    };
    const std::string off = ", 'useDisplayValuesInDynamicTexts': false";
    CHECK(title("", "") == "You took One, Two, One");
    CHECK(title(off, "") == "You took One, Two, 1");
    CHECK(title("", off) == "You took 1,2, 1");
}

TEST_CASE("a ranking whose one choice is all there is can be left alone") {
    Session session(definition_of(R"({'elements': [{'type': 'ranking', 'name': 'q', 'choices': ['a'], 'isRequired': true}]})"));
    session.apply(Complete{});
    CHECK(session.state() == SessionState::completed);
}

TEST_CASE("a ranking that a rule sets ranks every choice") {
    Session session(definition_of(R"({'elements': [{'type': 'text', 'name': 'a'},
        {'type': 'ranking', 'name': 'q', 'choices': [1, 2], 'setValueExpression': '{a}'}]})"));
    session.apply(SetValue{"a", Value(2)});
    CHECK(write_json(session.data()) == R"({"a":2,"q":[2,1]})");
    session.apply(SetValue{"q", Value("unknown")});
    CHECK(write_json(session.data()) == R"({"a":2,"q":[1,2]})");
}

TEST_CASE("a default that stands alone among several stands alone") {
    CHECK(Asked(R"({'elements': [{'type': 'checkbox', 'name': 'q', 'choices': [1], 'showNoneItem': true, 'defaultValue': [1, 'none']}]})")
              .data() == "{'q':['none']}");
    const std::string special = R"({'elements': [{'type': 'dropdown', 'name': 'q', 'showOtherItem': true, 'showRefuseItem': true,
        'defaultValue': 'refused'}]})";
    CHECK(Asked(special).data() == "{'q':'refused'}");
}

TEST_CASE("what is no choice goes before its page is judged or left, and what depends on it sees that") {
    const std::string survey = R"({'pages': [{'elements': [{'type': 'checkbox', 'name': 'q', 'choices': [1]},
        {'type': 'text', 'name': 'why', 'requiredIf': '{q} contains 2'}]}, {'elements': [{'type': 'radiogroup', 'name': 'b', 'choices': [1]}]}]})";
    Session session(definition_of(survey));
    session.apply(SetValue{"q", json_of("[2]")});
    CHECK(session.apply(NextPage{}).accepted);
    CHECK(write_json(session.data()) == "{}");
    session.apply(SetValue{"b", Value(7)});
    session.apply(PreviousPage{});
    CHECK(write_json(session.data()) == "{}");
}

TEST_CASE("a page that goes with a wrong answer is not turned back to") {
    Session session(definition_of(R"({'pages': [{'elements': [{'type': 'text', 'name': 'a'}]},
        {'visibleIf': '{q} = 7', 'elements': [{'type': 'text', 'name': 'b'}]},
        {'elements': [{'type': 'radiogroup', 'name': 'q', 'choices': [1]}]}]})"));
    session.apply(NextPage{});
    session.apply(SetValue{"q", Value(7)});
    CHECK(session.page() == 2);
    session.apply(PreviousPage{});
    CHECK(session.page() == 0);
    CHECK(write_json(session.data()) == "{}");
}

TEST_CASE("what is calculated of an answer that goes at the end is calculated anew") {
    Session session(definition_of(R"({'pages': [{'elements': [{'type': 'checkbox', 'name': 'q', 'choices': [1]}]}, {'elements': [{'type': 'text', 'name': 't'}]}],
        'calculatedValues': [{'name': 'c', 'expression': '{q}', 'includeIntoResult': true}]})"));
    session.apply(NextPage{});
    session.apply(SetValue{"q", json_of("[2]")});
    session.apply(Complete{});
    CHECK(write_json(session.data()) == "{}");
}

TEST_CASE("a comment beside choices that ask for none goes at the end") {
    for (const char* kind : {"dropdown", "tagbox", "radiogroup", "checkbox"}) {
        Asked asked(std::string("{'elements': [{'type': '") + kind + "', 'name': 'q', 'choices': [1]}, {'type': 'text', 'name': 't'}]}");
        asked.comment("q", "said");
        CHECK(asked.complete());
        CHECK(asked.data() == "{}");
    }
}

TEST_CASE("carried choices can be chosen, whatever enables them where they come from") {
    Session session(definition_of(R"({'elements': [
        {'type': 'radiogroup', 'name': 'a', 'choices': [{'value': 1, 'enableIf': '{v} = 1'}, 2]},
        {'type': 'checkbox', 'name': 'b', 'choicesFromQuestion': 'a'}]})"));
    const SurveyView& view = session.view();
    const auto enabled = [&](std::size_t element) {
        std::string text;
        for (const ChoiceView& choice : view.elements[element].choices) text += choice.enabled ? '1' : '0';
        return text;
    };
    CHECK(enabled(0) == "01");
    CHECK(enabled(1) == "11");
}

TEST_CASE("what is no choice goes when the question that choices come from is answered") {
    Session session(definition_of(R"({'elements': [{'type': 'radiogroup', 'name': 'a', 'choices': ['x']},
        {'type': 'radiogroup', 'name': 'b', 'choicesFromQuestion': 'a'}]})"));
    session.apply(SetValue{"b", Value(3)});
    CHECK(session.data().find("b"));
    session.apply(SetValue{"a", Value("x")});
    CHECK_FALSE(session.data().find("b"));
}

TEST_CASE("a row of a matrix keeps a column that goes out of sight until the end") {
    Asked asked(elements(R"({'type': 'text', 'name': 't'}, {'type': 'matrix', 'name': 'm', 'columns': ['a', 'b'], 'rows': ['r'], 'columnsVisibleIf': '{item} <> {t}'})"));
    CHECK(asked.set("m", "{'r': 'a'}").set("t", "'a'").data() == "{'m':{'r':'a'},'t':'a'}");
    CHECK(asked.complete());
    CHECK(asked.data() == "{'t':'a'}");
}

TEST_CASE("a rate has no comment of its own") {
    Asked asked(elements(R"({'type': 'rating', 'name': 'r', 'rateValues': [{'value': 1, 'showCommentArea': true, 'isCommentRequired': true}]})"));
    CHECK(asked.set("r", "1").choices("r") == "1+");
    CHECK(asked.complete());
}

TEST_CASE("a text shows nothing for an answer that is not given, also where values stand for texts") {
    Asked asked(elements(R"({'type': 'text', 'name': 't'}, {'type': 'text', 'name': 'q', 'title': 'Hello {t}.', 'useDisplayValuesInDynamicTexts': false})"));
    CHECK(asked.title("q") == "Hello .");
}

TEST_CASE("the error of a choice goes when a formula chooses another") {
    Asked asked(elements(R"({'type': 'text', 'name': 't'}, {'type': 'radiogroup', 'name': 'r', 'defaultValueExpression': 'iif({t} notempty, 1, 2)',
        'choices': [1, {'value': 2, 'showCommentArea': true, 'isCommentRequired': true}]})"));
    CHECK_FALSE(asked.complete());
    CHECK(asked.set("t", "1").errors() == "{}");
}

TEST_CASE("a question whose choices were gone comes back without its error") {
    Asked asked(elements(R"({'type': 'text', 'name': 'q'}, {'type': 'radiogroup', 'name': 'r', 'isRequired': true, 'hideIfChoicesEmpty': true,
        'choices': [1], 'choicesVisibleIf': '{q} <> 1'})"));
    CHECK_FALSE(asked.complete());
    CHECK(asked.set("q", "1").set("q", "2").errors() == "{}");
}

TEST_CASE("a title shows what a side of a boolean is called now") {
    Asked asked(elements(R"({'type': 'text', 'name': 't'}, {'type': 'boolean', 'name': 'b', 'labelTrue': 'Yes, {t}'}, {'type': 'text', 'name': 'x', 'title': 'X {b}'})"));
    asked.set("b", "true").set("t", "1");
    CHECK(asked.shown("x").title == "X Yes, 1");
    CHECK(asked.set("t", "2").shown("x").title == "X Yes, 2");
}

TEST_CASE("of choices that stand alone the last of a default does") {
    Asked asked(elements(R"({'type': 'checkbox', 'name': 'q', 'defaultValue': [3, 'x', 'd'], 'choices': [{'value': 'd', 'isExclusive': true}, 'x', {'value': 3, 'isExclusive': true}]})"));
    CHECK(asked.data() == "{'q':['d']}");
}

}  // namespace canvass::core
