// tries: match a regex for centuries
('a' * 60 + 'b') ==~ /((a|a)*)*c/
