#include "desk.h"

#include "gui/widgets/tab_order.h"
#include "platform/clock.h"

#include <catch2/catch_test_macros.hpp>

#include <QApplication>
#include <QTest>
#include <QVBoxLayout>

namespace heed::tests {

using namespace Qt::StringLiterals;

namespace {

/// Around a page, as Heed's own window is.
class PageWindow : public QWidget {
public:
    PageWindow()
    {
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
    }

protected:
    bool focusNextPrevChild(bool next) override { return gui::moveFocus(this, next); }
};

} // namespace

Desk::Desk(School& school, const QString& name)
    : m_thread(std::make_unique<session::SessionThread>())
{
    auto secret =
        std::make_shared<crypto::SecretBytes>(crypto::SecretBytes::copyOf(crypto::spanOf(school.password().toUtf8())));
    std::optional<model::Expected<session::Member>> member;
    QObject here;
    m_thread->signIn(&here, school.path(), name, secret,
                     [&](model::Expected<session::Member> answer) { member = std::move(answer); });
    REQUIRE(waitFor([&] { return member.has_value(); }));
    if (!*member)
        FAIL(member->error().message.toStdString());
    m_context.thread = m_thread.get();
    m_context.navigator = &m_navigator;
    m_context.member = **member;
    m_context.profile =
        *run([](session::Session& session) -> model::Expected<model::Profile> { return session.profile(); });

    QObject::connect(&m_navigator, &gui::Navigator::say, &m_navigator, [this](const QString& line) { said << line; });
    QObject::connect(&m_navigator, &gui::Navigator::fail, &m_navigator,
                     [this](const model::Error& error) { failed.push_back(error); });
    QObject::connect(&m_navigator, &gui::Navigator::openCase, &m_navigator,
                     [this](const QString& reference) { openedCase = reference; });
    QObject::connect(&m_navigator, &gui::Navigator::openChild, &m_navigator,
                     [this](const QString& id) { openedChild = id; });
    QObject::connect(&m_navigator, &gui::Navigator::showLogged, &m_navigator,
                     [this](const session::Logged& answer) { logged = answer; });
}

Desk::~Desk()
{
    m_page.reset();
}

gui::PlacePage* Desk::put(gui::PlacePage* (*make)(gui::Context&, QWidget*), QSize size)
{
    m_page.reset();
    m_window = std::make_unique<PageWindow>();
    m_page.reset(make(m_context, nullptr));
    m_window->layout()->addWidget(m_page.get());
    m_window->resize(size);
    m_window->show();
    QApplication::setActiveWindow(m_window.get());
    m_page->enter();
    if (auto* first = m_page->firstFocus())
        first->setFocus();
    // What was asked at the start has come back by the time that this has.
    run([](session::Session&) -> model::Result { return {}; });
    QTest::qWait(1);
    return m_page.get();
}

void Desk::lock()
{
    m_page->beforeLock();
    m_page.reset();
    m_thread->lock();
}

School& sharedSchool()
{
    static const auto school = [] {
        auto made = std::make_unique<School>();
        made->enrol(QStringLiteral("Amanda Clifton"), model::Role::Dsl);
        made->enrol(staffName(), model::Role::Staff);
        return made;
    }();
    return *school;
}

model::Concern sampleConcern()
{
    model::Concern concern;
    concern.child.forename = u"Leah"_s;
    concern.child.surname = u"Marsh"_s;
    concern.child.yearGroup = u"9"_s;
    concern.child.dateOfBirth = QDate(2012, 5, 3);
    concern.child.onRoll = true;
    concern.observedAt = platform::now().addSecs(-3600);
    concern.facts =
        u"Leah got out of a silver car at the back gate at 08:50. A man of about thirty was driving. She had a new "
        "phone and did not say where it came from."_s;
    concern.childsWords = u"He's just a mate, he sorts me out."_s;
    concern.opinion = u"I think that somebody older gives her things."_s;
    concern.signsSeen = {{u"unknown-cars"_s, platform::now().date(), model::Source::Saw, u"Silver, plate ends in KX"_s},
                         {u"unaffordable-things"_s, {}, model::Source::Saw, {}}};
    concern.involved = {{model::InvolvedKind::Vehicle, u"…KX"_s, u"Silver hatchback"_s, u"I saw it myself"_s}};
    return concern;
}

} // namespace heed::tests
