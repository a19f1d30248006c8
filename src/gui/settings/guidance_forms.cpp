#include "gui/settings/guidance_forms.h"
#include "gui/cases/inline_form.h"

namespace heed::gui::settings {
namespace {

namespace lib = heed::guidance;
using namespace Qt::StringLiterals;
using cases::FieldSpec;
using cases::Input;

/// For whom a page can be, in words, the widest last.
const QStringList& readerChoices()
{
    static const QStringList words{QObject::tr("Everybody who works here"), QObject::tr("The safeguarding leads"),
                                   QObject::tr("Everybody who works here, to show to parents")};
    return words;
}

std::vector<lib::Audience> readersOf(int choice)
{
    using lib::Audience;
    if (choice == 1)
        return {Audience::Dsls};
    if (choice == 2)
        return {Audience::Staff, Audience::Parents, Audience::Dsls};
    return {Audience::Staff, Audience::Dsls};
}

QString choiceOf(const std::vector<lib::Audience>& readers)
{
    for (int i = 0; i < readerChoices().size(); ++i)
        if (readersOf(i) == readers)
            return readerChoices().at(i);
    return readerChoices().front();
}

FieldSpec readersSpec(const std::vector<lib::Audience>& readers)
{
    return {u"readers"_s, QObject::tr("For whom"), Input::Choice,    QObject::tr("Say for whom it is."),
            {},           readerChoices(),         choiceOf(readers)};
}

FieldSpec whySpec()
{
    return {u"why"_s, QObject::tr("Why"), Input::Line, QObject::tr("Say why: the journal keeps it."), {}, {}, {}};
}

cases::InlineForm* form(const QString& name, const QString& title, std::vector<FieldSpec> fields, bool isNew,
                        const QString& save)
{
    if (!isNew)
        fields.push_back(whySpec());
    return new cases::InlineForm(name, title, fields, save);
}

} // namespace

cases::InlineForm* pageForm(const lib::Page* page)
{
    const auto before = page ? session::writtenPage(*page).value_or(session::WrittenPage{}) : session::WrittenPage{};
    return form(
        u"ownPage"_s, page ? QObject::tr("Change the page") : QObject::tr("A page of our own"),
        {{u"title"_s, QObject::tr("Title"), Input::Line, QObject::tr("Give it a title."), {}, {}, before.title},
         readersSpec(before.audience),
         {u"summary"_s,
          QObject::tr("What it is, in a sentence"),
          Input::Line,
          QObject::tr("Say in a sentence what it is."),
          {},
          {},
          before.summary},
         {u"source"_s,
          QObject::tr("Where it comes from"),
          Input::Line,
          QObject::tr("Say where it comes from."),
          QObject::tr("Such as: Our child protection policy, 2026."),
          {},
          before.source},
         {u"text"_s,
          QObject::tr("The page"),
          Input::Text,
          QObject::tr("Write the page."),
          QObject::tr(
              "Short sentences. A line that begins with ## is a heading, with - a point of a list; **two stars** make "
              "words strong. Pictures cannot be shown."),
          {},
          before.text}},
        page == nullptr, QObject::tr("Put it in force"));
}

session::WrittenPage pageIn(const cases::InlineForm& form)
{
    return {form.text(u"title"_s), form.text(u"summary"_s), readersOf(form.choice(u"readers"_s)), form.text(u"text"_s),
            form.text(u"source"_s)};
}

cases::InlineForm* cardForm(const lib::Card* card)
{
    const auto before = card ? *card : lib::Card{};
    const auto link = before.links.empty() ? lib::CardLink{} : before.links.front();
    return form(
        u"ownCard"_s, card ? QObject::tr("Change the number or link") : QObject::tr("A number or a link of our own"),
        {{u"name"_s, QObject::tr("Name"), Input::Line, QObject::tr("Give it a name."), {}, {}, before.name},
         readersSpec(before.audience),
         {u"phone"_s, QObject::tr("Number"), Input::Line, {}, {}, {}, before.phone},
         {u"hours"_s, QObject::tr("Hours"), Input::Line, {}, {}, {}, before.hours},
         {u"link"_s,
          QObject::tr("Web address"),
          Input::Line,
          {},
          QObject::tr("Begins with https://. A number or an address is needed."),
          {},
          link.address},
         {u"source"_s,
          QObject::tr("Where you read it"),
          Input::Line,
          QObject::tr("Say where the number or the address was read."),
          {},
          {},
          before.source},
         {u"what"_s, QObject::tr("What it is"), Input::Text, QObject::tr("Say what it is."), {}, {}, before.what}},
        card == nullptr, QObject::tr("I checked it today: put it in force"));
}

lib::Card cardIn(const cases::InlineForm& form, const lib::Card& before)
{
    auto made = before;
    made.name = form.text(u"name"_s);
    made.what = form.text(u"what"_s);
    made.audience = readersOf(form.choice(u"readers"_s));
    made.phone = form.text(u"phone"_s);
    made.hours = form.text(u"hours"_s);
    made.source = form.text(u"source"_s);
    made.kind = made.phone.isEmpty() ? lib::CardKind::Resource : lib::CardKind::Contact;
    const auto address = form.text(u"link"_s);
    const auto was = made.links.empty() ? QString() : made.links.front().was;
    made.links.clear();
    if (!address.isEmpty())
        made.links.push_back({QObject::tr("Open"), address, was});
    return made;
}

cases::InlineForm* takeOutForm(const QString& title)
{
    return form(u"ownRemoval"_s, QObject::tr("Take out: %1").arg(title), {}, false, QObject::tr("Take it out"));
}

QString reasonIn(const cases::InlineForm& form)
{
    const auto why = form.text(u"why"_s);
    return why.isEmpty() ? QObject::tr("New") : why;
}

} // namespace heed::gui::settings
