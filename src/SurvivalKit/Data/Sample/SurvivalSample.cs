namespace SurvivalKit;

/// <summary>The observations of an estimate, a test or a model: a response in time order, with case weights, groups, strata
/// and clusters, checked once. Left truncation is part of the response.</summary>
/// <remarks>Immutable except for the order of the times, which is computed on first use; its arrays are never written to.</remarks>
internal sealed record SurvivalSample
{
    private TimeOrder? _order;

    private SurvivalSample(Surv response, bool joinNearTies)
    {
        Response = response;
        JoinsNearTies = joinNearTies;
        Event = response.EventArray;
    }

    public Surv Response { get; private init; }

    /// <summary>Whether times that differ only by rounding are one time.</summary>
    public bool JoinsNearTies { get; }

    /// <summary>The number of observations.</summary>
    public int Count => Response.Count;

    /// <summary>Whether the event happened, for each observation.</summary>
    public bool[] Event { get; private init; }

    /// <summary>Whether events and censorings have been exchanged.</summary>
    public bool IsReversed { get; private init; }

    /// <summary>The case weight of each observation; empty: all 1.</summary>
    public double[] Weights { get; private init; } = [];

    /// <summary>The group of each observation; none: all are one group.</summary>
    public GroupCodes Groups { get; private init; } = GroupCodes.None;

    /// <summary>The stratum of each observation; none: one stratum.</summary>
    public GroupCodes Strata { get; init; } = GroupCodes.None;

    /// <summary>The cluster of each observation, any numbers; empty: each is its own.</summary>
    public int[] Clusters { get; private init; } = [];

    /// <summary>The subject of each observation, from 0; empty: each is its own.</summary>
    public int[] Subjects { get; private init; } = [];

    /// <summary>Whether the subject of an observation without event goes on in another one that starts where this one ends, so that
    /// nobody is censored; empty where each observation is its own subject.</summary>
    public bool[] GoesOn { get; private init; } = [];

    /// <summary>How many equal observations each one stands for; empty: one.</summary>
    public int[] Copies { get; private init; } = [];

    /// <summary>Whether errors are those of the infinitesimal jackknife.</summary>
    public bool IsRobust { get; private init; }

    /// <summary>The order of the times.</summary>
    public TimeOrder Order => _order ??= TimeOrder.Sort(Response, JoinsNearTies);

    /// <summary>Gives back the memory of the order; it is computed again where it is used again.</summary>
    /// <remarks>What was taken from it is not valid after that.</remarks>
    public void ForgetOrder()
    {
        if (_order is { } order)
        {
            Recycled<int>.GiveBack(order.ByTime);
            Recycled<int>.GiveBack(order.ByStart);
            Recycled<double>.GiveBack(order.SortedTime);
            Recycled<double>.GiveBack(order.SortedStart);
        }

        _order = null;
    }

    /// <summary>Checks and makes a sample.</summary>
    /// <param name="response">The response.</param>
    /// <param name="joinNearTies">Whether times that differ only by rounding are one time.</param>
    /// <param name="weights">The case weight of each observation; none: all 1. Not copied.</param>
    /// <param name="groups">The group of each observation; none: one group.</param>
    /// <param name="strata">The stratum of each observation; none: one stratum.</param>
    /// <param name="clusters">The cluster of each observation, any numbers; none: each is its own. Not copied.</param>
    /// <param name="robust">Whether errors are robust; <see langword="null"/>: R's rule, which is robust with clusters, and where a weight
    /// is not a whole number.</param>
    /// <param name="subjects">The subject of each observation, from 0; none: each is its own. Not copied.</param>
    /// <param name="copies">How many equal observations each one stands for, whose weights are summed in its own; none: one. Not
    /// copied.</param>
    /// <param name="intervals">Whether times may be known to be in intervals only.</param>
    /// <exception cref="SurvivalDataException">There is no observation, lengths differ, a weight cannot be used, or clusters were given and
    /// robust errors refused.</exception>
    public static SurvivalSample Make(
        Surv response,
        bool joinNearTies,
        double[]? weights = null,
        GroupCodes? groups = null,
        GroupCodes? strata = null,
        int[]? clusters = null,
        bool? robust = null,
        int[]? subjects = null,
        int[]? copies = null,
        bool intervals = false)
    {
        ArgumentNullException.ThrowIfNull(response);
        if (response.IsInterval && !intervals)
        {
            throw new SurvivalDataException("This method takes no interval-censored times; right-censored ones were expected.");
        }

        var sample = new SurvivalSample(response, joinNearTies)
        {
            Weights = weights is null or [] && copies is { Length: > 0 } ? Array.ConvertAll(copies, count => (double)count) : weights ?? [],
            Copies = copies ?? [],
            Groups = groups ?? GroupCodes.None,
            Strata = strata ?? GroupCodes.None,
            Clusters = clusters ?? [],
            Subjects = subjects ?? [],
            GoesOn = SubjectRows.GoOn(response, subjects ?? []),
        };
        CaseWeights.Check(sample.Weights, response.Count);
        CheckOneEach(response, sample.Groups.Codes.Length, "groups");
        CheckOneEach(response, sample.Strata.Codes.Length, "strata");
        CheckOneEach(response, sample.Clusters.Length, "clusters");
        CheckOneEach(response, sample.Subjects.Length, "subjects");
        bool isRobust = CaseWeights.AreErrorsRobust(robust, sample.Clusters.Length > 0, () => CaseWeights.AreFractional(sample.Weights));
        if (sample.Copies.Length > 0 && isRobust)
        {
            throw new SurvivalDataException(
                "Robust errors are sums over single observations, and these are counted by time; Robust = false was expected.");
        }

        return sample with { IsRobust = isRobust };
    }

    /// <summary>How many observations some rows stand for.</summary>
    public int CopiesOf(ReadOnlySpan<int> rows)
    {
        int count = Copies.Length == 0 ? rows.Length : 0;
        foreach (int row in Copies.Length == 0 ? [] : rows)
        {
            count += Copies[row];
        }

        return count;
    }

    /// <summary>Throws where values are given but not one an observation.</summary>
    public static void CheckOneEach(Surv response, int length, string what)
    {
        if (length > 0 && length != response.Count)
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"There are {length} {what} for {response.Count} observation{(response.Count == 1 ? "" : "s")}; one each was expected."));
        }
    }

    /// <summary>All observations in time order.</summary>
    public SampleRows All() => new(this, Order.ByTime, Order.SortedTime, Order.ByStart, Order.SortedStart);

    /// <summary>The observations of each group in time order.</summary>
    public SampleRows[] ByGroup() => SampleRows.Divide(this, Groups);

    /// <summary>The observations of each stratum in time order.</summary>
    public SampleRows[] ByStratum() => SampleRows.Divide(this, Strata);

    /// <summary>The same observations with events and censorings exchanged.</summary>
    /// <remarks>A subject that goes on is censored at none of its rows but the last.</remarks>
    public SurvivalSample Reversed() => this with
    {
        Event = [.. Event.Select((isEvent, row) => !isEvent && (GoesOn.Length == 0 || !GoesOn[row]))],
        IsReversed = !IsReversed,
    };

    /// <summary>The same observations with the events of one cause alone; the order goes over to them.</summary>
    /// <param name="cause">The place of the cause, from 1.</param>
    public SurvivalSample OfCause(int cause)
    {
        SurvivalSample one = this with { Event = Array.ConvertAll(Response.CauseArray, code => code == cause) };
        _order = null;
        return one;
    }

    /// <summary>The observations of two of the groups alone; strata keep their codes.</summary>
    public SurvivalSample OfTwoGroups(int first, int second)
    {
        var rows = new int[Count];
        int count = 0;
        for (int row = 0; row < rows.Length; row++)
        {
            rows[count] = row;
            count += Groups.Codes[row] == first || Groups.Codes[row] == second ? 1 : 0;
        }

        Array.Resize(ref rows, count);
        double[] time = Array.ConvertAll(rows, row => Response.Time[row]);
        bool[] isEvent = Array.ConvertAll(rows, row => Event[row]);
        Surv response = Response.IsCounting
            ? Surv.Counting(Array.ConvertAll(rows, row => Response.Start[row]), time, isEvent)
            : Surv.Right(time, isEvent);
        return new SurvivalSample(response, JoinsNearTies)
        {
            Weights = Weights.Length == 0 ? [] : Array.ConvertAll(rows, row => Weights[row]),
            Groups = new GroupCodes(
                Array.ConvertAll(rows, row => Groups.Codes[row] == first ? 0 : 1), [Groups.Values[first], Groups.Values[second]]),
            Strata = Strata.Count == 0 ? Strata : Strata with { Codes = Strata.At(rows) },
            Clusters = Clusters.Length == 0 ? [] : Array.ConvertAll(rows, row => Clusters[row]),
            Subjects = Subjects.Length == 0 ? [] : Array.ConvertAll(rows, row => Subjects[row]),
            GoesOn = GoesOn.Length == 0 ? [] : Array.ConvertAll(rows, row => GoesOn[row]),
            Copies = Copies.Length == 0 ? [] : Array.ConvertAll(rows, row => Copies[row]),
            IsRobust = IsRobust,
        };
    }
}
