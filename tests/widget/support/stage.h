// A widget on a session, with nobody looking: no GPU, no browser. Frames run by hand; people are played by
// pointer or by the events of a mirror; what they would perceive is read from the semantics.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/session/session.h"
#include "widget/widget.h"

struct ImFontAtlas;

namespace canvass::widget::tests {

class Stage {
public:
    explicit Stage(std::string_view definition_json, float width = 640, std::string locale = {});
    ~Stage();

    FrameResult frame(float seconds = 1.0f / 60);
    // Rests: no frame brings a change.
    void settle();

    const Node* find(Role role, std::string_view label) const;
    const Node& get(Role role, std::string_view label) const;  // fails the test when there is none
    const Node* node(NodeId id) const;
    std::string text(TextRange range) const;
    bool has(Role role, std::string_view label, Flag flag) const { return (get(role, label).flags & flag) != 0; }

    void click(Role role, std::string_view label);  // pointer, at the centre
    void press(Role role, std::string_view label);  // mirror
    void type(Role role, std::string_view label, std::string text);
    void focus(Role role, std::string_view label, float by_pointer = 0);

    core::Value answer(std::string_view name) const;

    std::unique_ptr<ImFontAtlas> atlas;
    std::shared_ptr<const core::Definition> definition;
    std::unique_ptr<core::Session> session;
    core::Texts texts;
    Model model;
    Surface surface;
    std::unique_ptr<Widget> widget;
    std::vector<core::Action> actions;
    std::vector<Request> requests;

private:
    void take_textures();
};

}  // namespace canvass::widget::tests
