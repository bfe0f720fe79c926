using System.Collections.Immutable;

namespace CSharpNotebook.Export;

/// <summary>How <see cref="NotebookHtml"/> shows a notebook.</summary>
public sealed record NotebookHtmlOptions
{
    /// <summary>The prefix of every CSS class; <c>nb</c> by default. The style sheet must be made for the same prefix.</summary>
    public string ClassPrefix { get; init; } = "nb";

    /// <summary>The prefix of every id, so that several notebooks fit on one page; empty by default.</summary>
    public string IdPrefix { get; init; } = "";

    /// <summary>
    /// The number of levels by which headings are lowered, for a notebook that is a chapter of a page; 0 by default. No level goes below
    /// h6.
    /// </summary>
    public int HeadingOffset { get; init; }

    /// <summary>
    /// Scripts that a page has once, before everything that needs them (<c>data-needs="NAME"</c>): name to source, which is asked for when
    /// a page needs it. They take the place of those in the outputs (<c>&lt;script data-once="NAME"&gt;</c>). Empty by default: of those in
    /// the outputs, the first of each name stays.
    /// </summary>
    public ImmutableDictionary<string, Func<string>> Scripts { get; init; } = ImmutableDictionary<string, Func<string>>.Empty;

    /// <summary>Whether the code is shown; true by default. Without it, only text and outputs are.</summary>
    public bool ShowCode { get; init; } = true;
}
