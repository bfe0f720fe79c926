using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>What a reproduction adds to the page of an audit; the page of an audit alone has none of it.</summary>
internal sealed record AuditPageParts
{
    /// <summary>The id of the notebook cell that computed a claim; <see langword="null"/>: none did.</summary>
    public Func<AuditedClaim, string?> CellOf { get; init; } = _ => null;

    /// <summary>What else is to be said of a claim: that its verdict is not the recorded one, that no notebook computed it.</summary>
    public Func<AuditedClaim, string?> RemarkOn { get; init; } = _ => null;

    /// <summary>A sentence above all findings where the run itself failed; <see langword="null"/>: it did not.</summary>
    public string? Alarm { get; init; }

    /// <summary>The sections after the tables: id, heading and HTML.</summary>
    public IReadOnlyList<(string Id, string Heading, string Html)> Sections { get; init; } = [];

    /// <summary>The sections at the end, after the method: id, heading and HTML.</summary>
    public IReadOnlyList<(string Id, string Heading, string Html)> LastSections { get; init; } = [];

    /// <summary>Further style sheets.</summary>
    public IReadOnlyList<string> Styles { get; init; } = [];
}
