using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Which columns a table of adverse events reads besides subject and term, whom it counts, and what it shows.</summary>
public sealed record AdverseEventOptions
{
    /// <summary>The column of the system organ class, under which terms are sorted; <see langword="null"/>: there is none. Default:
    /// null.</summary>
    public string? System { get; init; }

    /// <summary>The column of the grade, 1 to 5 (CTCAE), as a number or a text such as <c>Grade 3</c>; <see langword="null"/>: there is
    /// none.
    /// Default: null.</summary>
    public string? Grade { get; init; }

    /// <summary>The column of the arm: of <see cref="Subjects"/> where they are given, else of the events; <see langword="null"/>: there is
    /// none. Default: null.</summary>
    public string? By { get; init; }

    /// <summary>All subjects, a row each, those without an event too, with the same column of subjects; <see langword="null"/>: those of
    /// the
    /// events. Default: null.</summary>
    public DataFrame? Subjects { get; init; }

    /// <summary>The number of subjects of each arm (<c>All</c> where there are no arms), those without an event too; default: as
    /// counted.</summary>
    public IReadOnlyDictionary<string, int> Sizes { get; init; } = ImmutableDictionary<string, int>.Empty;

    /// <summary>The lowest grade that is a high one, 1 to 5; default: 3.</summary>
    public int HighGrade { get; init; } = 3;

    /// <summary>Whether each grade has a column, in place of one for the high grades; default: no.</summary>
    public bool EachGrade { get; init; }

    /// <summary>The percentage of subjects that a term has to reach in one of the columns to be shown, 0 to 100; default: 0, all
    /// terms.</summary>
    public double AtLeast { get; init; }

    /// <summary>Whether systems and terms are sorted by name; default: no, by the number of subjects, the most first.</summary>
    public bool ByName { get; init; }

    /// <summary>Whether a column for all arms together comes first; default: yes.</summary>
    public bool Overall { get; init; } = true;
}
