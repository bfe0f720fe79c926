using System.Globalization;
using System.Reflection;

namespace CSharpNotebook.Engine;

/// <summary>Writes types as C# code.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(char)] = "char",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
    };

    /// <summary>A name that compiles wherever the type's assembly is referenced.</summary>
    public static string Full(Type type) => Write(type, isFull: true);

    /// <summary>A name for readers: without namespaces.</summary>
    public static string Short(Type type) => Write(type, isFull: false);

    /// <summary>The type itself, or where code cannot name it, the nearest of its bases that code can name.</summary>
    public static Type Nameable(Type type)
    {
        for (Type? candidate = type; candidate is not null && candidate != typeof(ValueType); candidate = candidate.BaseType)
        {
            if (IsNameable(candidate))
            {
                return candidate;
            }
        }
        return typeof(object);
    }

    /// <summary>The assemblies that the type and its type arguments come from, with those of the host that these need in turn.</summary>
    public static HashSet<Assembly> AssembliesOf(Type type)
    {
        var found = new HashSet<Assembly>();
        AddType(type);
        return found;

        void AddType(Type one)
        {
            if (one.HasElementType)
            {
                AddType(one.GetElementType()!);
            }
            else
            {
                Add(one.Assembly);
            }

            foreach (Type argument in one.GetGenericArguments())
            {
                AddType(argument);
            }
        }

        void Add(Assembly assembly)
        {
            if (HostAssemblies.FrameworkPaths.Contains(assembly.Location) || !found.Add(assembly))
            {
                return;
            }

            foreach (AssemblyName name in assembly.GetReferencedAssemblies())
            {
                if (HostAssemblies.Paths.TryGetValue(name.Name!, out string? path) && !HostAssemblies.FrameworkPaths.Contains(path))
                {
                    Add(HostAssemblies.Load(path));
                }
            }
        }
    }

    private static bool IsNameable(Type type) =>
        type.IsVisible && !type.IsByRefLike && !type.Assembly.IsDynamic && !type.Assembly.IsCollectible && type.Assembly.Location.Length
            > 0 &&
        !type.Name.Contains('<', StringComparison.Ordinal) &&
        (type.HasElementType ? IsNameable(type.GetElementType()!) : type.GetGenericArguments().All(IsNameable));

    private static string Write(Type type, bool isFull)
    {
        if (Keywords.TryGetValue(type, out string? keyword))
        {
            return keyword;
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Write(underlying, isFull) + "?";
        }

        if (type.IsArray)
        {
            // int[][,] is an array of int[,]: the ranks are in reading order, from the outside in.
            string ranks = "";
            Type element = type;
            for (; element.IsArray; element = element.GetElementType()!)
            {
                ranks += $"[{new string(',', element.GetArrayRank() - 1)}]";
            }

            return Write(element, isFull) + ranks;
        }
        Type[] arguments = type.GetGenericArguments();
        Stack<Type> nesting = [];
        for (Type? one = type; one is not null; one = one.DeclaringType)
        {
            // What a cell declares is nested in a class of the cell, which code cannot name.
            if (!one.Name.StartsWith("Submission#", StringComparison.Ordinal))
            {
                nesting.Push(one);
            }
        }
        string prefix = isFull ? (type.Namespace is { Length: > 0 } space ? $"global::{space}." : "global::") : "";
        int used = 0;
        return prefix + string.Join('.', nesting.Select(one =>
        {
            int count = one.GetGenericArguments().Length - used;
            string name = one.Name.Split('`')[0];
            if (count == 0)
            {
                return name;
            }

            string list = string.Join(", ", arguments.Skip(used).Take(count).Select(argument => Write(argument, isFull)));
            used += count;
            return string.Create(CultureInfo.InvariantCulture, $"{name}<{list}>");
        }));
    }
}
