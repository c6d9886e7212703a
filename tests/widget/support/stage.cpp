#include "tests/widget/support/stage.h"

#include <catch2/catch_test_macros.hpp>

#include "core/definition/codec.h"
#include "core/json/json.h"
#include "imgui.h"

namespace canvass::widget::tests {

Stage::Stage(std::string_view definition_json, float width, std::string locale)
    : atlas(std::make_unique<ImFontAtlas>()) {
    const auto json = core::parse_json(definition_json);
    REQUIRE(json.has_value());
    auto loaded = core::load_definition(*json);
    REQUIRE(loaded.has_value());
    definition = std::make_shared<core::Definition>(std::move(loaded->definition));
    core::SessionOptions options;
    options.locale = std::move(locale);
    session = std::make_unique<core::Session>(definition, std::move(options));
    model.definition = definition.get();
    model.texts = &texts;
    model.survey = &session->view();
    surface.width = width;
    surface.window_height = 4000;
    widget = std::make_unique<Widget>(*atlas, plain_text_platform());
    frame();
}

Stage::~Stage() = default;

FrameResult Stage::frame(float seconds) {
    const auto react = [](void* context, const Reactions& reactions) {
        Stage& stage = *static_cast<Stage*>(context);
        for (const core::Action& action : reactions.actions) {
            stage.actions.push_back(action);
            stage.session->apply(action);
        }
        for (const Request request : reactions.requests) stage.requests.push_back(request);
        stage.model.survey = &stage.session->view();
    };
    const FrameResult result = widget->frame(surface, seconds, model, react, this);
    take_textures();
    return result;
}

void Stage::settle() {
    for (int i = 0; i < 100; ++i) {
        const FrameResult result = frame();
        if (!result.picture_changed && !result.semantics_changed && !result.wants_frame) return;
    }
    FAIL("the widget does not come to rest");
}

// What a renderer does: takes over the pixels of each texture.
void Stage::take_textures() {
    for (ImTextureData* texture : *widget->draw_data()->Textures) {
        if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        } else if (texture->Status != ImTextureStatus_OK) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        }
    }
}

const Node* Stage::find(Role role, std::string_view label) const { return widget->semantics().find(role, label); }

const Node& Stage::get(Role role, std::string_view label) const {
    const Node* found = find(role, label);
    INFO("no node labelled " << label);
    REQUIRE(found != nullptr);
    return *found;
}

const Node* Stage::node(NodeId id) const {
    for (const Node& each : widget->semantics().nodes())
        if (each.id == id) return &each;
    return nullptr;
}

std::string Stage::text(TextRange range) const { return std::string(widget->semantics().text(range)); }

void Stage::click(Role role, std::string_view label) {
    const Node& target = get(role, label);
    widget->pointer_move(target.x + target.width / 2, target.y + target.height / 2);
    widget->pointer_button(true, false);
    widget->pointer_button(false, false);
    frame();
}

void Stage::press(Role role, std::string_view label) {
    ControlEvent event;
    event.node = get(role, label).id;
    widget->apply(event);
    frame();
}

void Stage::type(Role role, std::string_view label, std::string typed) {
    ControlEvent event;
    event.kind = ControlEvent::Kind::set_text;
    event.node = get(role, label).id;
    event.text = std::move(typed);
    widget->apply(event);
    frame();
}

void Stage::focus(Role role, std::string_view label, float by_pointer) {
    ControlEvent event;
    event.kind = ControlEvent::Kind::focus;
    event.node = get(role, label).id;
    event.value = by_pointer;
    widget->apply(event);
    frame();
}

core::Value Stage::answer(std::string_view name) const {
    const core::Value data = session->data();
    const core::Value* found = data.find(name);
    return found ? *found : core::Value();
}

}  // namespace canvass::widget::tests
