// A value that most owners lack: on the heap when it is there, one pointer when it is not. Copies are deep.
// Ownership: owns its value. Reading an empty box is a mistake of the caller, as with std::optional.
#pragma once

#include <memory>
#include <utility>

namespace canvass::core {

template <class T>
class Box {
public:
    Box() noexcept = default;
    Box(T value) : value_(std::make_unique<T>(std::move(value))) {}
    Box(const Box& other) : value_(other ? std::make_unique<T>(*other) : nullptr) {}
    Box(Box&&) noexcept = default;
    Box& operator=(Box other) noexcept {
        value_ = std::move(other.value_);
        return *this;
    }
    ~Box() = default;

    explicit operator bool() const noexcept { return value_ != nullptr; }
    T& operator*() noexcept { return *value_; }
    const T& operator*() const noexcept { return *value_; }
    T* operator->() noexcept { return value_.get(); }
    const T* operator->() const noexcept { return value_.get(); }
    T* get() noexcept { return value_.get(); }
    const T* get() const noexcept { return value_.get(); }
    T& made() {
        if (!value_) value_ = std::make_unique<T>();
        return *value_;
    }

private:
    std::unique_ptr<T> value_;
};

}  // namespace canvass::core
