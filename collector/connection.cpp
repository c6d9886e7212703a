#include "collector/connection.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>

#include <array>
#include <ctime>
#include <exception>
#include <optional>
#include <utility>

#include "collector/events.h"
#include "collector/problem.h"

namespace canvass::collector {
namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
namespace {

using boost::system::error_code;
using Parser = http::request_parser<http::string_body>;

constexpr std::size_t lingering_bytes = 1 << 20;
constexpr std::chrono::seconds lingering_time{2};

Method method_of(http::verb verb) {
    switch (verb) {
        case http::verb::get:
            return Method::get;
        case http::verb::head:
            return Method::head;
        case http::verb::post:
            return Method::post;
        case http::verb::options:
            return Method::options;
        default:
            return Method::other;
    }
}

// What to tell a client after a failed read; nothing when it has left or was too slow.
std::optional<Problem> problem_of(error_code error) {
    if (error == http::error::body_limit) return Problem::body_too_large;
    if (error == http::error::header_limit || error == http::error::buffer_overflow)
        return Problem::headers_too_large;
    if (error == http::error::end_of_stream || error == http::error::partial_message) return std::nullopt;
    if (error.category() == http::make_error_code(http::error::bad_method).category()) return Problem::bad_request;
    return std::nullopt;
}

// Each step ends in starting the next one: read → begun → head_read → (body) → request_read → answer → sent →
// read, or a stream of events instead of a reply.
class HttpConnection final : public Connection, public std::enable_shared_from_this<HttpConnection> {
public:
    HttpConnection(asio::ip::tcp::socket socket, const Handler& handler, const ConnectionLimits& limits,
                   std::function<void()> closed)
        : stream_(std::move(socket)),
          wake_(stream_.get_executor()),
          handler_(handler),
          limits_(limits),
          closed_(std::move(closed)) {
        error_code ignored;
        stream_.socket().set_option(asio::ip::tcp::no_delay(true), ignored);
    }

    void read();
    void stop() override {
        stopping_ = true;
        if (waiting_) stream_.close();
    }

private:
    using Step = void (HttpConnection::*)(error_code, std::size_t);
    auto then(Step step) { return beast::bind_front_handler(step, shared_from_this()); }

    void begun(error_code error, std::size_t);
    void head_read(error_code error, std::size_t);
    void read_body(error_code error, std::size_t);
    void request_read(error_code error, std::size_t);
    void refuse(Problem problem);
    void answer(Reply reply);
    void send(Reply reply);
    template <class Body>
    void send(http::response<Body> message, const Reply& reply);
    void sent(error_code error, std::size_t);
    void linger(error_code error, std::size_t bytes);

    void listen(error_code error, std::size_t);
    void next_event(error_code error, std::size_t);
    void woken();

    void send_text(std::string text, Step next);
    void finish();

    beast::tcp_stream stream_;
    beast::flat_buffer buffer_;
    asio::steady_timer wake_;  // until the next heartbeat; cancelled when there is an event
    const Handler& handler_;
    const ConnectionLimits& limits_;
    std::function<void()> closed_;

    std::optional<Parser> parser_;
    Request request_;
    std::string text_;  // being sent
    std::shared_ptr<Subscription> events_;
    std::chrono::steady_clock::time_point next_beat_;
    std::size_t lingered_ = 0;
    unsigned version_ = 11;
    bool keep_alive_ = false;
    bool first_ = true;
    bool refused_ = false;
    bool left_ = false;     // the client, while it listens to events
    bool waiting_ = false;  // for a request to begin
    bool stopping_ = false;
    bool finished_ = false;
};

void HttpConnection::read() {
    parser_.emplace();
    parser_->header_limit(limits_.head_bytes);
    parser_->body_limit(limits_.body_bytes);
    stream_.expires_after(first_ ? limits_.head : limits_.idle);
    first_ = false;
    waiting_ = true;
    http::async_read_some(stream_, buffer_, *parser_, then(&HttpConnection::begun));
}

void HttpConnection::begun(error_code error, std::size_t) {
    waiting_ = false;
    if (error || parser_->is_header_done()) return head_read(error, 0);
    stream_.expires_after(limits_.head);
    http::async_read_header(stream_, buffer_, *parser_, then(&HttpConnection::head_read));
}

void HttpConnection::head_read(error_code error, std::size_t) {
    if (error || parser_->is_done()) return request_read(error, 0);
    const bool asks = beast::iequals(parser_->get()[http::field::expect], "100-continue");
    if (asks) return send_text("HTTP/1.1 100 Continue\r\n\r\n", &HttpConnection::read_body);
    read_body({}, 0);
}

void HttpConnection::read_body(error_code error, std::size_t) {
    if (error) return finish();
    stream_.expires_after(limits_.body);
    http::async_read(stream_, buffer_, *parser_, then(&HttpConnection::request_read));
}

void HttpConnection::request_read(error_code error, std::size_t) {
    version_ = parser_->get().version();
    if (error) {
        const auto problem = problem_of(error);
        return problem ? refuse(*problem) : finish();
    }
    if (version_ >= 11 && parser_->get().count(http::field::host) != 1) return refuse(Problem::bad_request);
    auto message = parser_->release();
    keep_alive_ = message.keep_alive();
    request_ = {method_of(message.method()), std::string(message.target()), {}, std::move(message.body())};
    for (const auto& field : message) request_.headers.emplace_back(field.name_string(), field.value());
    try {
        handler_(request_, [self = shared_from_this()](Reply reply) { self->answer(std::move(reply)); });
    } catch (const std::exception&) {
        answer(refusal(Problem::internal));
    }
}

// Answers what is no request, and closes without cutting off a client that is still sending.
void HttpConnection::refuse(Problem problem) {
    keep_alive_ = false;
    refused_ = true;
    request_ = {};
    send(refusal(problem));
}

void HttpConnection::answer(Reply reply) {
    if (!reply.events) return send(std::move(reply));
    // The stream ends with the connection, so its events need no framing of their own.
    events_ = std::move(reply.events);
    std::string head = "HTTP/1.1 200 OK\r\nConnection: close\r\nDate: " + http_date(std::time(nullptr)) + "\r\n";
    for (const auto& [name, value] : reply.headers) head += name + ": " + value + "\r\n";
    send_text(head + "\r\nretry: 3000\n\n", &HttpConnection::listen);
}

void HttpConnection::send(Reply reply) {
    std::uint64_t size = reply.body.size();
    http::file_body::value_type file;
    if (reply.file) {
        error_code error;
        file.open(reply.file->c_str(), beast::file_mode::scan, error);
        if (error) return send(refusal(Problem::not_found));  // gone since it was looked up
        size = file.size();
    }
    const auto status = static_cast<http::status>(reply.status);
    const bool head = request_.method == Method::head;
    if (head || reply.status == 204 || reply.status == 304) {
        http::response<http::empty_body> message(status, version_);
        if (head && reply.status == 200) message.content_length(size);
        send(std::move(message), reply);
    } else if (reply.file) {
        http::response<http::file_body> message(status, version_);
        message.body() = std::move(file);
        message.content_length(size);
        send(std::move(message), reply);
    } else {
        http::response<http::string_body> message(status, version_);
        message.body() = std::move(reply.body);
        message.content_length(size);
        send(std::move(message), reply);
    }
}

template <class Body>
void HttpConnection::send(http::response<Body> message, const Reply& reply) {
    message.set(http::field::date, http_date(std::time(nullptr)));
    for (const auto& [name, value] : reply.headers) message.insert(name, value);
    if (stopping_) keep_alive_ = false;
    message.keep_alive(keep_alive_);

    struct Sending {
        explicit Sending(http::response<Body> sent) : message(std::move(sent)), serializer(message) {}
        http::response<Body> message;
        http::response_serializer<Body> serializer;
    };
    const auto sending = std::make_shared<Sending>(std::move(message));
    stream_.expires_after(limits_.reply);
    http::async_write(
        stream_, sending->serializer,
        [sending, self = shared_from_this()](error_code error, std::size_t) { self->sent(error, 0); });
}

void HttpConnection::sent(error_code error, std::size_t) {
    if (error) return finish();
    if (refused_) {
        // Closing at once would reset the connection, and the client might lose the reply before it reads it.
        stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_send, error);
        stream_.expires_after(lingering_time);
        return linger(error, 0);
    }
    if (!keep_alive_ || stopping_) return finish();
    read();
}

// Reads on for a while, and drops what comes.
void HttpConnection::linger(error_code error, std::size_t bytes) {
    lingered_ += bytes;
    if (error || lingered_ > lingering_bytes) return finish();
    buffer_.clear();
    stream_.async_read_some(buffer_.prepare(4096), then(&HttpConnection::linger));
}

void HttpConnection::listen(error_code error, std::size_t) {
    if (error) return finish();
    events_->on_change([this] { wake_.cancel(); });
    // A listener has nothing more to say: whatever comes, or its leaving, ends the stream.
    stream_.socket().async_wait(asio::ip::tcp::socket::wait_read, [self = shared_from_this()](error_code over) {
        if (over) return;
        self->left_ = true;
        self->wake_.cancel();
    });
    next_event({}, 0);
}

void HttpConnection::next_event(error_code error, std::size_t) {
    if (error || left_ || events_->ended()) return finish();
    if (const auto event = events_->take()) return send_text(*event, &HttpConnection::next_event);
    next_beat_ = std::chrono::steady_clock::now() + limits_.heartbeat;
    wake_.expires_at(next_beat_);
    wake_.async_wait([self = shared_from_this()](error_code) { self->woken(); });
}

void HttpConnection::woken() {
    if (std::chrono::steady_clock::now() < next_beat_) return next_event({}, 0);
    send_text(": still here\n\n", &HttpConnection::next_event);
}

void HttpConnection::send_text(std::string text, Step next) {
    text_ = std::move(text);
    stream_.expires_after(limits_.reply);
    asio::async_write(stream_, asio::buffer(text_), then(next));
}

void HttpConnection::finish() {
    if (std::exchange(finished_, true)) return;
    events_.reset();
    error_code ignored;
    stream_.socket().shutdown(asio::ip::tcp::socket::shutdown_both, ignored);
    stream_.close();
    closed_();
}

}  // namespace

std::shared_ptr<Connection> Connection::start(asio::ip::tcp::socket socket, const Handler& handler,
                                              const ConnectionLimits& limits, std::function<void()> closed) {
    auto connection = std::make_shared<HttpConnection>(std::move(socket), handler, limits, std::move(closed));
    connection->read();
    return connection;
}

}  // namespace canvass::collector
