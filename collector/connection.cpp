#include "collector/connection.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/bind_handler.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <ctime>
#include <exception>
#include <fstream>
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
constexpr std::size_t read_bytes = 16'384;
constexpr std::size_t file_bytes = 262'144;

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

Problem problem_of(error_code error) {
    if (error == http::error::body_limit) return Problem::body_too_large;
    if (error == http::error::header_limit || error == http::error::buffer_overflow)
        return Problem::headers_too_large;
    return Problem::bad_request;
}

Headers headers_in(const http::fields& fields) {
    Headers headers;
    for (const auto& field : fields) headers.emplace_back(field.name_string(), field.value());
    return headers;
}

// All but Content-Length and the empty line.
std::string head_of(const Reply& reply, unsigned version, bool keep_alive) {
    std::string head = version >= 11 ? "HTTP/1.1 " : "HTTP/1.0 ";
    head += std::to_string(reply.status) + " ";
    head += http::obsolete_reason(static_cast<http::status>(reply.status));
    head += "\r\nDate: " + http_date(std::time(nullptr)) + "\r\n";
    if (!keep_alive)
        head += "Connection: close\r\n";
    else if (version < 11)
        head += "Connection: keep-alive\r\n";
    for (const auto& [name, value] : reply.headers) head += name + ": " + value + "\r\n";
    return head;
}

// Each step ends in starting the next one: read → bytes_read → request_read → answer → sent → read, or a stream of
// events instead of a reply. Bytes are read in one place and written in one place: each further place where
// Boost's operations are instantiated costs seconds of compile time.
class HttpConnection final : public Connection, public std::enable_shared_from_this<HttpConnection> {
public:
    HttpConnection(asio::ip::tcp::socket socket, const Handler& handler, const CrossOrigin& origins,
                   const ConnectionLimits& limits, std::function<void()> closed)
        : stream_(std::move(socket)),
          wake_(stream_.get_executor()),
          handler_(handler),
          origins_(origins),
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
    void receive(Step next);
    void transmit(std::string text, Step next);

    void bytes_read(error_code error, std::size_t bytes);
    void parse();
    void parse_more(error_code error, std::size_t);
    void request_read();
    void refuse(Problem problem);
    void answer(Reply reply);
    void send(const Reply& reply);
    void sent(error_code error, std::size_t);
    void linger(error_code error, std::size_t bytes);

    void listen(error_code error, std::size_t);
    void next_event(error_code error, std::size_t);
    void woken();

    void finish();

    beast::tcp_stream stream_;
    beast::flat_buffer buffer_;
    asio::steady_timer wake_;  // until the next heartbeat; cancelled when there is an event
    const Handler& handler_;
    const CrossOrigin& origins_;
    const ConnectionLimits& limits_;
    std::function<void()> closed_;

    std::optional<Parser> parser_;
    Request request_;
    std::string text_;    // being sent
    std::ifstream file_;  // the rest of what is being sent
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

void HttpConnection::receive(Step next) { stream_.async_read_some(buffer_.prepare(read_bytes), then(next)); }

void HttpConnection::transmit(std::string text, Step next) {
    text_ = std::move(text);
    stream_.expires_after(limits_.reply);
    asio::async_write(stream_, asio::buffer(text_), then(next));
}

void HttpConnection::read() {
    parser_.emplace();
    parser_->header_limit(limits_.head_bytes);
    parser_->body_limit(limits_.body_bytes);
    request_ = {};
    waiting_ = buffer_.size() == 0;
    stream_.expires_after(waiting_ && !first_ ? limits_.idle : limits_.head);
    first_ = false;
    if (!waiting_) return parse();
    receive(&HttpConnection::bytes_read);
}

void HttpConnection::bytes_read(error_code error, std::size_t bytes) {
    if (error) return finish();  // it left, also in the middle of a request, or was too slow
    if (std::exchange(waiting_, false)) stream_.expires_after(limits_.head);
    buffer_.commit(bytes);
    parse();
}

// Takes what has been read of the request: its head first, then its body.
void HttpConnection::parse() {
    error_code error;
    const bool in_head = !parser_->is_header_done();
    parser_->eager(!in_head);
    if (buffer_.size() > 0) buffer_.consume(parser_->put(buffer_.data(), error));
    if (error && error != http::error::need_more) {
        version_ = parser_->get().version();
        request_.headers = headers_in(parser_->get());
        return refuse(problem_of(error));
    }
    if (parser_->is_done()) return request_read();
    if (!in_head || !parser_->is_header_done()) return receive(&HttpConnection::bytes_read);

    stream_.expires_after(limits_.body);
    const bool asks = beast::iequals(parser_->get()[http::field::expect], "100-continue");
    if (asks) return transmit("HTTP/1.1 100 Continue\r\n\r\n", &HttpConnection::parse_more);
    parse();
}

void HttpConnection::parse_more(error_code error, std::size_t) {
    if (error) return finish();
    stream_.expires_after(limits_.body);
    parse();
}

void HttpConnection::request_read() {
    auto message = parser_->release();
    version_ = message.version();
    keep_alive_ = message.keep_alive();
    request_ = {method_of(message.method()), std::string(message.target()), headers_in(message),
                std::move(message.body())};
    if (version_ >= 11 && message.count(http::field::host) != 1) return refuse(Problem::bad_request);
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
    answer(refusal(problem));
}

void HttpConnection::answer(Reply reply) {
    origins_.allow(request_, reply);
    reply.headers.emplace_back("X-Content-Type-Options", "nosniff");
    if (!reply.events) return send(reply);
    // The stream ends with the connection, so its events need no framing of their own.
    keep_alive_ = false;
    events_ = std::move(reply.events);
    transmit(head_of(reply, version_, keep_alive_) + "\r\nretry: 3000\n\n", &HttpConnection::listen);
}

void HttpConnection::send(const Reply& reply) {
    auto size = static_cast<std::uint64_t>(reply.body.size());
    const bool has_body = request_.method != Method::head && reply.status != 204 && reply.status != 304;
    if (reply.file) {
        file_.open(*reply.file, std::ios::binary | std::ios::ate);
        if (!file_) return answer(refusal(Problem::not_found));  // gone since it was looked up
        size = static_cast<std::uint64_t>(file_.tellg());
        file_.seekg(0);
        if (!has_body) file_.close();
    }
    if (stopping_) keep_alive_ = false;
    std::string text = head_of(reply, version_, keep_alive_);
    if (reply.status != 204 && reply.status != 304) text += "Content-Length: " + std::to_string(size) + "\r\n";
    text += "\r\n";
    if (has_body) text += reply.body;
    transmit(std::move(text), &HttpConnection::sent);
}

void HttpConnection::sent(error_code error, std::size_t) {
    if (error) return finish();
    if (file_.is_open()) {
        std::string part(file_bytes, '\0');
        file_.read(part.data(), static_cast<std::streamsize>(part.size()));
        part.resize(static_cast<std::size_t>(file_.gcount()));
        if (!file_) file_.close();
        if (!part.empty()) return transmit(std::move(part), &HttpConnection::sent);
    }
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
    receive(&HttpConnection::linger);
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
    if (const auto event = events_->take()) return transmit(*event, &HttpConnection::next_event);
    next_beat_ = std::chrono::steady_clock::now() + limits_.heartbeat;
    wake_.expires_at(next_beat_);
    wake_.async_wait([self = shared_from_this()](error_code) { self->woken(); });
}

void HttpConnection::woken() {
    if (std::chrono::steady_clock::now() < next_beat_) return next_event({}, 0);
    transmit(": still here\n\n", &HttpConnection::next_event);
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
                                              const CrossOrigin& origins, const ConnectionLimits& limits,
                                              std::function<void()> closed) {
    auto connection =
        std::make_shared<HttpConnection>(std::move(socket), handler, origins, limits, std::move(closed));
    connection->read();
    return connection;
}

}  // namespace canvass::collector
