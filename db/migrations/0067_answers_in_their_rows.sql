-- The vector of a kept answer stays in its row, at half the precision: which of two thousand answers is nearest was
-- mostly the fetching of their vectors from pages of their own.
alter table answer_cache alter column embedding type halfvec using embedding::halfvec;
alter table answer_cache alter column embedding set storage main;
