// One widget of the page: its definition, session and picture behind the C ABI (abi.cpp). Coarse messages come
// and go as core::Value, which the ABI reads from and writes to JSON.
//
// Flow: the page's messages and the widget's reactions end in act(); what the page must know of it waits in
// events() until it is asked for.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "core/poll/poll_results.h"
#include "core/session/session.h"
#include "shell/web/renderer.h"
#include "shell/web/report.h"
#include "shell/web/text_platform.h"
#include "widget/widget.h"

namespace canvass::web {

class Instance {
public:
    explicit Instance(std::uint32_t face) : face_(face) {}

    // {definition, id?, locale?, texts?, seed, now, offset} → {loaded, diagnostics, id?, locale?}
    core::Value load(const core::Value& request);
    // An action's JSON form → {accepted, changed, diagnostics}
    core::Value act(const core::Value& action);
    // {random: ten bytes as numbers, member?, hidden?} → the response, once a survey is loaded
    core::Value respond(const core::Value& request);
    // {key: words} over the built-in English; a running session shows them once its locale is set anew.
    void set_texts(const core::Value& words);
    // {"sending": "sending" | "sent" | "kept" | "refused"}; what was refused can be changed and sent again.
    void show(const core::Value& state);
    // Results as a collector sends them, or {question} when there are none to be had; false: no results of a poll
    // of this survey.
    bool take_results(const core::Value& results);
    // {"scheme": "light" | "dark" | "contrast", "reducedMotion", "tokens": {name: value}} → how it looks now
    const widget::Theme& set_theme(const core::Value& request);
    void set_clock(const core::Clock& clock);
    void set_face(std::uint32_t face);

    core::Value data() const;
    core::Value snapshot() const;
    // What happened since it was last asked: [{"type": "change", "name", "value"}, {"type": "complete"},
    // {"type": "results", "question"}, {"type": "choices", "name", "address", "how"}, {"type": "retry"}]
    core::Value take_events();

    void pointer(Pointer kind, float x, float y, bool touch);
    void control(widget::ControlEvent event);
    const FrameReport& frame(const widget::Surface& surface, float seconds);
    void paint(float band_height);
    void invalidate();

private:
    struct Poll {
        core::ElementIndex question;
        std::optional<core::PollResults> results;
        std::uint32_t revision = 0;
        bool asked_for = false;  // the member pressed "show results"
        bool announced = false;  // the page has been told to fetch them
        bool failed = false;
    };

    void start_session();
    void ask_for_choices();
    core::Outcome apply(const core::Action& action);
    void react(const widget::Reactions& reactions);
    void update_model();
    widget::PollResultsView view_of(const Poll& poll);
    bool may_show(const Poll& poll) const;
    void describe_faults(const core::Diagnostics& diagnostics);
    widget::Widget& widget();

    std::uint32_t face_;
    BrowserText text_;
    std::shared_ptr<core::Texts> texts_ = std::make_shared<core::Texts>();
    std::shared_ptr<const core::Definition> definition_;
    std::string locale_;
    core::Clock clock_;
    double ticked_ms_ = 0;  // up to when the survey's time was told
    double started_ms_ = 0;
    std::uint64_t seed_ = 0;
    std::optional<core::Session> session_;
    std::vector<Poll> polls_;
    std::vector<std::string> asked_for_;  // addresses of choices, as the page was last told
    widget::Model model_;
    widget::Theme theme_ = widget::light_theme();
    bool reduced_motion_ = false;
    core::Value events_ = core::Value::array();
    FrameReport report_;
    float window_top_ = 0;
    Bands bands_;
    std::unique_ptr<widget::Widget> widget_;  // made for the first frame: tests without a page need none
};

}  // namespace canvass::web
