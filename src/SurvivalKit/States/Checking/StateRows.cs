using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The rows of subjects that move between states: for each the state it is in, and the one it ends in.</summary>
internal sealed class StateRows
{
    private StateRows(ModelFrame frame, ImmutableArray<string> states, double[] start, double[] stop, int[] to, int[] subjects)
    {
        Frame = frame;
        States = states;
        Start = start;
        Stop = stop;
        To = to;
        Subjects = subjects;
        Given = [];
        Current = [];
        Names = [];
    }

    /// <summary>The formula over the data.</summary>
    public ModelFrame Frame { get; }

    /// <summary>The states: those in which subjects only start, then the levels of the status.</summary>
    public ImmutableArray<string> States { get; }

    /// <summary>The start of each row; R's (0, time] where the response has none.</summary>
    public double[] Start { get; }

    /// <summary>The end of each row.</summary>
    public double[] Stop { get; }

    /// <summary>The state that each row ends in by a transition; -1: there is none.</summary>
    public int[] To { get; }

    /// <summary>The subject of each row, from 0.</summary>
    public int[] Subjects { get; }

    /// <summary>The names of the subjects.</summary>
    public string[] Names { get; private init; }

    /// <summary>The state of each row that the data give; empty: they give none.</summary>
    public int[] Given { get; private init; }

    /// <summary>The state of each row as the rows before it have it.</summary>
    public int[] Current { get; private set; }

    /// <summary>For each row that of the same subject before it; -1: it is the first.</summary>
    public int[] Before { get; private set; } = [];

    /// <summary>Whether each row is the last of its subject.</summary>
    public bool[] IsLast { get; private set; } = [];

    /// <summary>Reads the rows, and finds the state of each from those before it.</summary>
    /// <param name="data">The data.</param>
    /// <param name="formula">The response, and groups.</param>
    /// <param name="id">The column of subjects; null: each row is its own.</param>
    /// <param name="istate">The column of the state that each row is in; null: the data have none.</param>
    /// <param name="initial">The name of the state where subjects start that have none.</param>
    /// <param name="joinNearTies">Whether times that differ only by rounding are one.</param>
    /// <param name="weights">The column of weights, or null.</param>
    /// <param name="cluster">The column of clusters, or null.</param>
    /// <param name="censored">The level that is censoring, or null.</param>
    public static StateRows Read(
        DataFrame data,
        string formula,
        string? id,
        string? istate,
        string initial,
        bool joinNearTies,
        string? weights = null,
        string? cluster = null,
        string? censored = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(formula);
        SurvivalFormula parsed = FormulaCache.Get(formula);
        if (id is null && (parsed.Times.Length == 2 || istate is not null))
        {
            throw new SurvivalDataException(
                $"The rows of {formula} belong to subjects, of which none is named; a column for id was expected.");
        }

        ModelFrame frame = ModelFrame.Build(data, parsed, weights, cluster, id, new CauseRules(censored));
        TimeOrder order = TimeOrder.Sort(frame.Response, joinNearTies);
        int rows = frame.Response.Count;
        (int[] given, ImmutableArray<string> before) = istate is null
            ? ([], [initial])
            : ReadStates(data, istate, frame.Rows, frame.Response.Causes);
        ImmutableArray<string> states = [.. before, .. frame.Response.Causes];
        int first = before.Length;
        SubjectKeys? keys = id is null ? null : SubjectKeys.Read(data, id);
        int[] subjects = id is null ? [.. Enumerable.Range(0, rows)] : frame.Values.Subjects;
        var names = new string[rows];
        for (int row = 0; row < rows; row++)
        {
            names[row] = keys?[frame.Rows[row]] ?? FormattableString.Invariant($"{frame.Rows[row] + 1}");
        }

        var read = new StateRows(
            frame,
            states,
            frame.Response.IsCounting ? order.Start : new double[rows],
            order.Time,
            [.. frame.Response.Cause.Select(code => code == 0 ? -1 : first + code - 1)],
            subjects)
        {
            Given = given,
            Names = names,
        };
        read.Follow();
        return read;
    }

    // States that the status does not have come first, in their order, as in R.
    private static (int[] Codes, ImmutableArray<string> Before) ReadStates(
        DataFrame data, string istate, ImmutableArray<int> rows, ImmutableArray<string> causes)
    {
        string? source = SurvivalData.SourceOf(data);
        FormulaValue.Levels levels = ColumnValues.ReadLabels(FrameColumns.Named(data, istate), source).AsLevels();
        foreach (int row in rows)
        {
            if (levels.Codes[row] < 0)
            {
                throw SurvivalDataException.AtCell(
                    source, row + 1L, istate, "", "the state is missing; each row was expected to say which state it is in.");
            }
        }

        bool[] occurs = new bool[levels.Names.Length];
        foreach (int row in rows)
        {
            occurs[levels.Codes[row]] = true;
        }

        ImmutableArray<string> before = [.. levels.Names.Where((name, place) => occurs[place] && !causes.Contains(name))];
        int[] places = [.. levels.Names.Select(name =>
            causes.IndexOf(name) is >= 0 and int place ? before.Length + place : before.IndexOf(name))];
        return ([.. rows.Select(row => places[levels.Codes[row]])], before);
    }

    private void Follow()
    {
        int rows = Stop.Length;
        int[] order = [.. Enumerable.Range(0, rows).OrderBy(row => Subjects[row]).ThenBy(row => Stop[row]).ThenBy(row => Start[row])];
        Current = new int[rows];
        Before = new int[rows];
        IsLast = new bool[rows];
        for (int i = 0; i < rows; i++)
        {
            int row = order[i];
            bool isFirst = i == 0 || Subjects[order[i - 1]] != Subjects[row];
            int before = isFirst ? -1 : order[i - 1];
            Before[row] = before;
            IsLast[row] = i == rows - 1 || Subjects[order[i + 1]] != Subjects[row];
            Current[row] = isFirst ? (Given.Length == 0 ? 0 : Given[row]) : To[before] >= 0 ? To[before] : Current[before];
        }
    }
}
