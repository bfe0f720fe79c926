namespace SurvivalKit.Published;

/// <summary>Makes random changes of a <see cref="SurvivalDraft"/> one by one, and takes the last one back.</summary>
internal sealed class SurvivalMoves(SurvivalDraft survival, SplitMix64 random)
{
    private Action _undo = () => { };

    /// <summary>Changes a time, an event, or swaps an indicator of two patients; <see langword="null"/>: what was drawn was not possible, and nothing changed.</summary>
    public SurvivalMove? Next()
    {
        int kind = random.Next(survival.Free.IsEmpty ? 6 : 10);
        return kind switch
        {
            < 5 => NextTime(),
            5 => ChangeEvent(random.Next(survival.Endpoints.Length), random.Next(survival.Arm.Length)),
            _ => SwapIndicator(random.Next(survival.Free.Length)),
        };
    }

    /// <summary>Changes a time; <see langword="null"/>: what was drawn was not possible, and nothing changed.</summary>
    public SurvivalMove? NextTime() => ChangeTime(random.Next(survival.Endpoints.Length), random.Next(survival.Arm.Length));

    /// <summary>Takes the last change back.</summary>
    public void Undo() => _undo();

    private SurvivalMove? ChangeTime(int e, int patient)
    {
        if (survival.Held[e][patient])
        {
            return null;
        }

        int arm = survival.Arm[patient];
        int[] times = survival.Times[e];
        int old = times[patient];
        int reach = Math.Max(1, (survival.Greatest[e][arm] - survival.Least[e][arm]) >> random.Next(9));
        times[patient] = old + random.Next(-reach, reach);
        _undo = () => times[patient] = old;
        return Checked(e, patient, times[patient] != old && times[patient] >= survival.Least[e][arm] && times[patient] <= survival.Greatest[e][arm]);
    }

    private SurvivalMove? ChangeEvent(int e, int patient)
    {
        bool[] events = survival.Events[e];
        events[patient] = !events[patient];
        _undo = () => events[patient] = !events[patient];
        return Checked(e, patient, isAllowed: true);
    }

    private SurvivalMove? SwapIndicator(int indicator)
    {
        (string name, double?[] values) = survival.Free[indicator];
        int first = random.Next(values.Length);
        int second = random.Next(values.Length);
        if (values[first] == values[second])
        {
            return null;
        }

        Swap();
        _undo = Swap;
        return new(-1, -1, name);

        void Swap() => (values[first], values[second]) = (values[second], values[first]);
    }

    private SurvivalMove? Checked(int e, int patient, bool isAllowed)
    {
        if (isAllowed && survival.IsPossible(patient))
        {
            return new(e, survival.Arm[patient], null);
        }

        _undo();
        return null;
    }
}
