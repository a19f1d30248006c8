#include "gui/log/route_panel.h"

#include "gui/frame/look.h"
#include "gui/widgets/announce.h"
#include "gui/widgets/kit.h"

#include "rules/services.h"

#include <QRegularExpression>
#include <QStyle>
#include <QVBoxLayout>

namespace heed::gui::log {

using namespace Qt::StringLiterals;

bool isService(const model::Recipient& whom)
{
    static const QStringList roles{rules::mash({}).role, rules::lado({}).role};
    return roles.contains(whom.role);
}

QString whatToDo(const model::Recipient& whom)
{
    if (isService(whom))
        return whom.phone ? u"Ring %1 now: %2"_s.arg(whom.name, *whom.phone) : u"Ring %1 now"_s.arg(whom.name);
    return u"Tell %1 now, in person"_s.arg(whom.name);
}

QString unbroken(QString sentence)
{
    static const QRegularExpression within(u"(?<=\\d) (?=\\d)"_s);
    return sentence.replace(within, QString(QChar(QChar::Nbsp)));
}

QString deputiesText(const model::Route& route)
{
    if (route.deputies.isEmpty())
        return {};
    if (route.deputies.size() == 1)
        return u"If you cannot reach them: %1."_s.arg(route.deputies.front());
    return u"If you cannot reach them, in this order: %1."_s.arg(route.deputies.join(u", then "_s));
}

RoutePanel::RoutePanel(QWidget* parent)
    : QFrame(parent)
    , m_more(linkButton(u"route.more"_s, u"Why, and who is next"_s, this))
    , m_danger(new Banner(Banner::Tone::Danger, u"route.danger"_s, this))
    , m_name(textLabel({}, this))
    , m_role(remarkLabel({}, this))
    , m_phone(textLabel({}, this))
    , m_reasons(textLabel({}, this))
    , m_deputies(textLabel({}, this))
    , m_also(textLabel({}, this))
{
    named(this, u"routePanel"_s, u"Who will be told"_s);
    setProperty("role", u"card"_s);
    setFocusPolicy(Qt::TabFocus);
    named(m_name, u"route.contact"_s, {})->setProperty("role", u"title"_s);
    named(m_phone, u"route.phone"_s, {})->setProperty("role", u"title"_s);
    named(m_role, u"route.role"_s, {});
    named(m_reasons, u"route.reasons"_s, {});
    named(m_deputies, u"route.deputies"_s, {});
    named(m_also, u"route.also"_s, {});

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(em(1.1), em(1), em(1.1), em(1.1));
    layout->setSpacing(em(0.6));
    layout->addWidget(m_danger);
    auto* title = new QHBoxLayout;
    title->addWidget(headingLabel(u"Who will be told"_s, this), 1);
    title->addWidget(m_more);
    layout->addLayout(title);
    m_whom = new QBoxLayout(QBoxLayout::TopToBottom);
    m_whom->setSpacing(em(0.6));
    m_whom->addWidget(m_name);
    m_whom->addWidget(m_phone, 1);
    layout->addLayout(m_whom);
    layout->addWidget(m_role);
    layout->addWidget(m_reasons);
    layout->addWidget(m_deputies);
    layout->addWidget(m_also);
    layout->addStretch();
    m_danger->hide();
    m_more->hide();
    m_more->setCheckable(true);
    connect(m_more, &QPushButton::toggled, this, &RoutePanel::showParts);
}

void RoutePanel::setRoute(const model::Route& route)
{
    if (m_isShown && route == m_route)
        return;
    m_route = route;
    m_isShown = true;

    m_danger->setVisible(route.emergencyFirst);
    m_name->setText(route.contact.name);
    m_phone->setText(route.contact.phone.value_or(QString()));
    m_role->setText(route.contact.role);

    QStringList reasons;
    for (const auto& reason : route.reasons)
        reasons << reason.sentence;
    m_reasons->setText(unbroken(reasons.join(u"\n\n"_s)));
    m_deputies->setText(deputiesText(route));

    QStringList also;
    for (const auto& one : route.also)
        also << (one.phone ? one.name + u", "_s + *one.phone : one.name);
    m_also->setText(also.isEmpty() ? QString() : u"Also: "_s + unbroken(also.join(u"; "_s)) + u'.');

    showParts();
    setAccessibleDescription(spoken());
    announce(this);
}

void RoutePanel::setCompact(bool compact)
{
    m_isCompact = compact;
    layout()->setContentsMargins(em(1.1), em(compact ? 0.4 : 1), em(1.1), em(compact ? 0.5 : 1.1));
    layout()->setSpacing(em(compact ? 0.3 : 0.6));
    for (auto* label : {m_name, m_phone}) {
        label->setProperty("role", compact ? u"heading"_s : u"title"_s);
        label->style()->polish(label);
    }
    showParts();
}

void RoutePanel::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    if (fitNumber())
        Q_EMIT resized();
}

bool RoutePanel::fitNumber()
{
    const auto widthOf = [](QLabel* label) {
        label->ensurePolished();
        return label->fontMetrics().horizontalAdvance(label->text()) + em(0.2);
    };
    const auto margins = layout()->contentsMargins();
    const int room = contentsRect().width() - margins.left() - margins.right();
    const bool isOneLine = m_isCompact && widthOf(m_name) + em(1) + widthOf(m_phone) <= room;
    const auto direction = isOneLine ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (m_whom->direction() == direction)
        return false;
    m_whom->setDirection(direction);
    m_whom->setSpacing(em(isOneLine ? 1 : m_isCompact ? 0.2 : 0.6));
    // In one line each asks for just its own width.
    m_name->setWordWrap(!isOneLine);
    m_phone->setWordWrap(!isOneLine);
    return true;
}

void RoutePanel::showParts()
{
    const bool showsAll = !m_isCompact || m_more->isChecked();
    m_more->setVisible(m_isCompact);
    m_more->setText(m_more->isChecked() ? u"Less"_s : u"Why, and who is next"_s);
    if (m_route.emergencyFirst)
        m_danger->set(u"First ring 999"_s, m_isCompact ? QString() : u"Then tell the person named here."_s);
    m_phone->setVisible(!m_phone->text().isEmpty());
    for (auto* label : {m_role, m_reasons, m_deputies, m_also})
        label->setVisible(showsAll && !label->text().isEmpty());
    fitNumber();
    Q_EMIT resized();
}

bool RoutePanel::isOpen() const
{
    return m_isCompact && m_more->isChecked();
}

QString RoutePanel::spoken() const
{
    QStringList said;
    if (m_route.emergencyFirst)
        said << u"First ring 999."_s;
    said << whatToDo(m_route.contact) + u'.';
    if (m_route.contact.phone && !isService(m_route.contact))
        said << u"Telephone: %1."_s.arg(*m_route.contact.phone);
    for (const auto* label : {m_reasons, m_deputies, m_also})
        if (!label->text().isEmpty())
            said << label->text();
    return said.join(u' ');
}

} // namespace heed::gui::log
