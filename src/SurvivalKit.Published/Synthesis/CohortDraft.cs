using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SurvivalKit.Published;

/// <summary>A cohort under construction: its columns as arrays, the arms in the order in which they are printed.</summary>
internal sealed class CohortDraft
{
    private readonly Dictionary<string, string?[]> _levels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double?[]> _numbers = new(StringComparer.Ordinal);

    public CohortDraft(Study study, StudyAudit audit, ulong seed)
    {
        Study = study;
        Seed = seed;
        Targets = new PrintedTargets(study, audit);
        Arms = [.. study.Arms.Select((arm, a) => Enumerable.Range(study.Arms.Take(a).Sum(before => before.N), arm.N).ToArray())];
        int width = study.N.ToString(CultureInfo.InvariantCulture).Length;
        Patients = [.. Enumerable.Range(1, study.N).Select(i => "P" + i.ToString("D" + width, CultureInfo.InvariantCulture))];
        foreach (StudyVariable variable in study.Variables.Where(v => v.Kind == VariableKind.Identifier))
        {
            _levels[variable.Name] = [.. Patients];
        }

        _levels[study.ArmColumn] = [.. study.Arms.SelectMany(arm => Enumerable.Repeat(arm.Name, arm.N))];
    }

    public Study Study { get; }

    public ulong Seed { get; }

    public PrintedTargets Targets { get; }

    /// <summary>The places of the patients of each arm.</summary>
    public ImmutableArray<int[]> Arms { get; }

    public ImmutableArray<string> Patients { get; }

    public StringBuilder Alterations { get; } = new();

    public StringBuilder Sequenced { get; } = new();

    /// <summary>The indicators that the study names in its models but does not count: a search may choose the patients with them.</summary>
    public IEnumerable<string> Free =>
        Study.Variables.Where(v => v is { Kind: VariableKind.Indicator, Share: not null }).Select(v => v.Name);

    public SplitMix64 Random(string purpose) => new(Seed, purpose);

    public bool Has(string column) => _levels.ContainsKey(column) || _numbers.ContainsKey(column);

    /// <summary>The levels of a column, created empty on first use.</summary>
    public string?[] Levels(string column) => Get(_levels, column);

    /// <summary>The numbers of a column, created empty on first use.</summary>
    public double?[] Numbers(string column) => Get(_numbers, column);

    public Cohort ToCohort()
    {
        var text = new StringBuilder();
        text.AppendJoin(',', Study.Variables.Select(variable => CohortFiles.Quoted(variable.Name))).Append('\n');
        for (int i = 0; i < Patients.Length; i++)
        {
            int patient = i;
            text.AppendJoin(',', Study.Variables.Select(variable => Cell(variable, patient))).Append('\n');
        }

        bool sequenced = Study.Sequencing is not null;
        return CohortFiles.Parse(
            Study,
            text.ToString(),
            sequenced ? CohortFiles.AlterationHeader(Study) + "\n" + Alterations : null,
            sequenced ? CohortFiles.SequencedHeader(Study) + "\n" + Sequenced : null);
    }

    private T[] Get<T>(Dictionary<string, T[]> columns, string column)
    {
        if (!columns.TryGetValue(column, out T[]? values))
        {
            columns[column] = values = new T[Patients.Length];
        }

        return values;
    }

    private string Cell(StudyVariable variable, int patient) => variable.Kind is VariableKind.Identifier or VariableKind.Category
        ? CohortFiles.Quoted(Levels(variable.Name)[patient] ?? "")
        : Numbers(variable.Name)[patient] is { } number ? Rounding.Text(number, variable.Decimals) : "";
}
