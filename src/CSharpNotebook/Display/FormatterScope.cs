using System.Collections;
using System.Reflection;
using Microsoft.DotNet.Interactive.Formatting;

namespace CSharpNotebook.Display;

/// <summary>
/// Formatters are registered for a whole process. A scope restores, at its end, the registrations before it, so that what one
/// notebook registers does not affect the next; what the extension of a package registers stays, since it may do so only once per process.
/// The library cannot read or remove registrations, so its two internal lists are copied; a test checks that they exist.
/// </summary>
internal sealed class FormatterScope : IDisposable
{
    private static readonly Lock StateLock = new();
    private static readonly List<Registrations> OpenScopes = [];

    private readonly Registrations _before = Registrations.Read();
    private readonly Action<FormatterScope> _end;

    private FormatterScope(Action<FormatterScope> end) => _end = end;

    /// <summary>Starts a scope whose registrations are removed at its end.</summary>
    public static FormatterScope Isolate()
    {
        lock (StateLock)
        {
            var scope = new FormatterScope(static scope =>
            {
                OpenScopes.Remove(scope._before);
                scope._before.Restore();
            });
            OpenScopes.Add(scope._before);
            return scope;
        }
    }

    /// <summary>Starts a scope whose registrations outlive the isolating scopes around it.</summary>
    public static FormatterScope KeepForProcess()
    {
        lock (StateLock)
        {
            return new FormatterScope(static scope =>
            {
                Registrations after = Registrations.Read();
                foreach (Registrations open in OpenScopes)
                {
                    open.AddNew(scope._before, after);
                }
            });
        }
    }

    public void Dispose()
    {
        lock (StateLock)
        {
            _end(this);
        }
    }

    /// <summary>The user's registrations, the newest first, as the library stores them.</summary>
    private sealed class Registrations
    {
        private static readonly FieldInfo[] Stacks = [Field("_userTypeFormatters"), Field("_preferredMimeTypes")];
        private static readonly FieldInfo CheckedTypes = Field("_typesThatHaveBeenCheckedForFormatters");
        private static readonly MethodInfo ClearComputedState =
            typeof(Formatter).GetMethod("ClearComputedState", BindingFlags.Static | BindingFlags.NonPublic)
            ?? throw new MissingMethodException(nameof(Formatter), "ClearComputedState");

        private readonly List<object>[] _stacks = [.. Stacks.Select(stack => ((IEnumerable)stack.GetValue(null)!).Cast<object>().ToList())];
        private readonly string _defaultMimeType = Formatter.DefaultMimeType;
        private readonly string _nullString = Formatter.NullString;
        private readonly int _listExpansionLimit = Formatter.ListExpansionLimit;
        private readonly int _recursionLimit = Formatter.RecursionLimit;

        public static Registrations Read() => new();

        public void AddNew(Registrations before, Registrations after)
        {
            for (int index = 0; index < Stacks.Length; index++)
            {
                int added = after._stacks[index].Count - before._stacks[index].Count;
                if (added > 0)
                {
                    _stacks[index].InsertRange(0, after._stacks[index].Take(added));
                }
            }
        }

        public void Restore()
        {
            // Another session may be formatting, so nothing is written when nothing has changed.
            if (IsSame(Read()))
            {
                return;
            }

            for (int index = 0; index < Stacks.Length; index++)
            {
                object stack = Stacks[index].GetValue(null)!;
                Type type = stack.GetType();
                type.GetMethod("Clear")!.Invoke(stack, null);
                MethodInfo push = type.GetMethod("Push")!;
                foreach (object item in Enumerable.Reverse(_stacks[index]))
                {
                    push.Invoke(stack, [item]);
                }
            }
            ((IDictionary)CheckedTypes.GetValue(null)!).Clear();
            Formatter.DefaultMimeType = _defaultMimeType;
            Formatter.NullString = _nullString;
            Formatter.ListExpansionLimit = _listExpansionLimit;
            Formatter.RecursionLimit = _recursionLimit;
            ClearComputedState.Invoke(null, null);
        }

        private bool IsSame(Registrations other) =>
            _stacks.Zip(other._stacks).All(pair => pair.First.SequenceEqual(pair.Second)) &&
            (_defaultMimeType, _nullString, _listExpansionLimit, _recursionLimit) ==
            (other._defaultMimeType, other._nullString, other._listExpansionLimit, other._recursionLimit);

        private static FieldInfo Field(string name) =>
            typeof(Formatter).GetField(name, BindingFlags.Static | BindingFlags.NonPublic)
                ?? throw new MissingFieldException(nameof(Formatter), name);
    }
}
