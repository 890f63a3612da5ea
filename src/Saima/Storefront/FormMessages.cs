using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Saima.Storefront;

/// <summary>What does a page say when a field cannot be read at all, in the language of the request?</summary>
public sealed class FormMessages(IStringLocalizer<Words> words) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => words["Field.Unreadable"]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => words["Field.Unreadable"]);
        messages.SetValueMustBeANumberAccessor(_ => words["Field.Unreadable"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => words["Field.Unreadable"]);
        messages.SetUnknownValueIsInvalidAccessor(_ => words["Field.Unreadable"]);
        messages.SetValueIsInvalidAccessor(_ => words["Field.Unreadable"]);
    }
}
