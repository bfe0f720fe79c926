using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary>An option that takes one of a few words, each with a value.</summary>
internal sealed class ChoiceOption<T> : Option<string>
    where T : struct
{
    private readonly (string Word, T Value)[] _choices;

    /// <summary>Makes an option.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="standard">The default word where the option is left out; <see langword="null"/>: none.</param>
    /// <param name="choices">The words and their values.</param>
    public ChoiceOption(string name, string description, string? standard, params (string Word, T Value)[] choices)
        : base(name)
    {
        _choices = choices;
        Description = description;
        HelpName = string.Join("|", choices.Select(choice => choice.Word));
        if (standard is not null)
        {
            DefaultValueFactory = _ => standard;
        }

        CompletionSources.Add([.. choices.Select(choice => choice.Word)]);
        Validators.Add(result =>
        {
            if (result.Tokens is [var token] && ValueOf(token.Value) is null)
            {
                result.AddError($"{name} {token.Value}: one of {string.Join(", ", choices.Select(choice => choice.Word))} was expected.");
            }
        });
    }

    /// <summary>The chosen value; <see langword="null"/> where the option was left out and has no default.</summary>
    public T? Choice(ParseResult parsed) => parsed.GetValue(this) is { } word ? ValueOf(word) : null;

    private T? ValueOf(string word)
    {
        foreach ((string known, T value) in _choices)
        {
            if (string.Equals(known, word, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }
}
